import { describe, expect, it } from 'vitest'
import { reportSentences } from '../../../../src/archive/people/reportSentences'
import type { PersonInArticle } from '../../../../src/domain/article'
import { aPerson } from '../../builders/anArticle'

const paragraphs = ['天晴。市长张示例说：“开工。”散会。', '张示例走了，张示例又来。李样张没有来。']

function sentences(person: string | null, office: string | null, ...people: readonly PersonInArticle[]) {
  return reportSentences({ title: '开工', paragraphs, people }, person, office).map(({ text, marks }) => [
    text,
    ...marks.map(([start, end]) => text.slice(start, end)),
  ])
}

describe('the sentences of a report', () => {
  it('are found by the words where nobody has noted their places', () => {
    expect(sentences('张示例', '市长', aPerson('张示例', '市长'))).toEqual([
      ['市长张示例说：“开工。”', '市长张示例'],
    ])
  })

  it('are the sentences of the name where the office stands nowhere', () => {
    expect(sentences('张示例', '县长', aPerson('张示例', '县长'))).toEqual([
      ['市长张示例说：“开工。”', '张示例'],
      ['张示例走了，张示例又来。', '张示例'],
    ])
  })

  it('are each there once, with all noted places of the name marked', () => {
    const person: PersonInArticle = {
      ...aPerson('张示例'),
      mentions: [
        [1, 0, 3],
        [1, 6, 9],
      ],
    }
    expect(sentences('张示例', null, person)).toEqual([['张示例走了，张示例又来。', '张示例', '张示例']])
  })

  it('are those of anybody in an office where nobody is asked for', () => {
    const people = [aPerson('李样张'), aPerson('张示例', '市长')]
    expect(sentences(null, '市长', ...people)).toEqual([['市长张示例说：“开工。”', '市长张示例']])
  })

  it('are found for the second of two people by the name alone', () => {
    expect(sentences('李样张~2', null, aPerson('李样张~2'))).toEqual([['李样张没有来。', '李样张']])
  })

  it('pass over places that the text does not have', () => {
    const person: PersonInArticle = { ...aPerson('张示例'), mentions: [[7, 0, 3]] }
    expect(sentences('张示例', null, person)).toEqual([])
    expect(sentences('没有的人', null, aPerson('张示例'))).toEqual([])
  })
})
