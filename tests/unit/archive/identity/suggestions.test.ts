import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import type { Patch } from '../../../../src/domain/decision'
import { aCollection } from '../../builders/aCollection'
import { aDecision } from '../../builders/aDecision'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'

function inOffice(id: string, issueDate: string, office: string, jurisdiction: string) {
  const paragraphs = [`${office}李样张到会。`]
  const at = [0, 0, office.length] as const
  const mention = { office, at, kind: 'stated', event: null, tense: 'current', qualifiers: [] } as const
  const person = { ...aPerson('李样张', office), officeMentions: [{ ...mention, jurisdiction }] }
  return anArticle({ id, issueDate, paragraphs, people: [person] })
}

const held = [
  anArticle({ id: 'f1', paragraphs: ['张示例到会。'], people: [aPerson('张示例')] }),
  anArticle({ id: 'f2', paragraphs: ['張示例到会。'], people: [aPerson('張示例')] }),
  inOffice('a1', '2010-01-01', '县长', '示例县'),
  inOffice('b1', '2010-06-01', '局长', '样张市'),
  inOffice('a2', '2011-01-01', '县长', '示例县'),
  inOffice('b2', '2011-06-01', '局长', '样张市'),
]
const bundled = aCollection({ files: { 'articles-1.jsonl': held } })

async function openArchive(): Promise<Archive> {
  const tab = anArchive(aHost(bundled), bundled, aProfile())
  await tab.archive.open()
  await tab.untilReady()
  return tab.archive
}

const decide = (archive: Archive, id: string, patch: Patch, isUndone = false): Promise<unknown> =>
  archive.saveRecords([{ kind: 'decision', id, about: '', content: aDecision(patch, 0, { isUndone }) }], '')

async function suggested(archive: Archive): Promise<readonly string[]> {
  const { same, different } = await archive.identitySuggestions(10)
  return [...same, ...different].map(({ sides: [one, other] }) => `${one.name} ${other.place ?? other.name}`)
}

describe('suggestions about names', () => {
  it('are found among the articles that are held', async () => {
    const archive = await openArchive()
    expect(await suggested(archive)).toEqual(['张示例 張示例', '李样张 样张市'])
    expect((await archive.identitySuggestions(0)).same).toEqual([])
  })

  it('are not made again about what was decided, but when that was undone', async () => {
    const archive = await openArchive()
    const distinct: Patch = { kind: 'distinct', names: ['张示例', '張示例'] }
    await decide(archive, 'one', distinct)
    // That there is one person of this name is said by joining another one to it.
    await decide(archive, 'two', { kind: 'merge', names: ['李样张~2'], into: '李样张' })
    expect(await suggested(archive)).toEqual([])
    await decide(archive, 'one', distinct, true)
    expect(await suggested(archive)).toEqual(['张示例 張示例'])
  })
})
