import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'

const resources = await loadPeopleResources()

/** Who is named, each with the words that name them. */
function namedIn(
  ...paragraphs: readonly string[]
): readonly (readonly [name: string, words: readonly string[]])[] {
  return recognizePeople({ title: '', paragraphs }, resources).map(({ name, mentions = [] }) => [
    name,
    mentions.map(([at, start, end]) => paragraphs[at]!.slice(start, end)),
  ])
}

describe('people by a part of their name', () => {
  it.each([
    ['村民顾雪生说，路修好了。', '雪生家的羊多了。', [['顾雪生', ['顾雪生', '雪生']]]],
    ['县长李明理到会。', '明理同志说，道理要讲明。', [['李明理', ['李明理', '明理']]]],
    ['画家顾清禾来了。', '顾老说，他喜欢菊花。', [['顾清禾', ['顾清禾', '顾老']]]],
    ['矿工顾清禾来了。', '“小顾，过来。”', [['顾清禾', ['顾清禾', '小顾']]]],
    ['牧民次仁多吉来了。', '人们叫新羊“多吉羊”。', [['次仁多吉', ['次仁多吉', '多吉']]]],
  ])('are those whom “%s” names in full: “%s”', (full, short, people) => {
    expect(namedIn(full, short)).toEqual(people)
  })

  it('are left out where two of that surname are named', () => {
    expect(namedIn('矿工顾清禾和顾若衡来了。', '“小顾，过来。”')).toEqual([
      ['顾清禾', ['顾清禾']],
      ['顾若衡', ['顾若衡']],
    ])
  })

  it('are left out where the given name is a word that no form of address follows', () => {
    expect(namedIn('县长李明理到会。', '他是个明理的人。')).toEqual([['李明理', ['李明理']]])
  })

  it('are nobody where the article names nobody in full', () => {
    expect(namedIn('老顾家的面馆开张了，小顾很高兴。')).toEqual([])
  })
})
