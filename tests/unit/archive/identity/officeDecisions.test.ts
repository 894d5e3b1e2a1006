import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { Patch } from '../../../../src/domain/decision'
import { aCollection } from '../../builders/aCollection'
import { aDecision } from '../../builders/aDecision'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type Profile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'

/** An article that calls somebody by an office on its day. */
function inOffice(id: string, issueDate: string, name: string, office: string) {
  const paragraphs = [`${office}${name}到会。`]
  const at = [0, 0, office.length] as const
  const mention = { office, at, kind: 'stated', event: null, tense: 'current', qualifiers: [] } as const
  const person = { ...aPerson(name, office), officeMentions: [{ ...mention, jurisdiction: null }] }
  return anArticle({ id, issueDate, paragraphs, people: [person] })
}

const bundled = aCollection({
  files: {
    'articles-1.jsonl': [
      inOffice('a', '2001-01-01', '张示例', '县志办主任'),
      inOffice('b', '2002-01-01', '李样张', '县地方志办公室主任'),
      inOffice('c', '2003-01-01', '李样张', '县志办主任'),
      inOffice('d', '2003-06-01', '王样本', '环保局局长'),
      inOffice('e', '2004-06-01', '王样本', '环保局长'),
    ],
  },
})

async function openArchive(profile: Profile = aProfile(), collection = bundled) {
  const tab = anArchive(aHost(collection), collection, profile)
  await tab.archive.open()
  await tab.untilReady()
  return tab
}

const IS_ONE: Patch = { kind: 'sameOffice', offices: ['县志办主任'], into: '县地方志办公室主任' }

async function decide(archive: Archive, patch: Patch, isUndone = false): Promise<void> {
  await archive.saveRecords(
    [{ kind: 'decision', id: 'one', about: '', content: aDecision(patch, 0, { isUndone }) }],
    '',
  )
}

async function holdersOf(archive: Archive, office: string): Promise<readonly string[]> {
  const record = await archive.office(office)
  return (record?.holders ?? []).map(({ name, articles }) => `${name} ${String(articles)}`)
}

async function found(archive: Archive, q: string): Promise<readonly string[]> {
  const { rows } = await archive.search({ ...EMPTY_QUERY, q }, 10)
  return rows.map(({ id }) => id).sort()
}

describe('offices that are decided to be one', () => {
  it('have one table of holders, one line for a person, and one search, until that is undone', async () => {
    const { archive } = await openArchive()
    expect(await holdersOf(archive, '县志办主任')).toEqual(['张示例 1', '李样张 1'])
    await decide(archive, IS_ONE)
    await expect
      .poll(() => holdersOf(archive, '县地方志办公室主任'), { timeout: 10_000 })
      .toEqual(['张示例 1', '李样张 2'])
    const record = await archive.office('县志办主任')
    expect(record?.office).toBe('县地方志办公室主任')
    expect(record?.forms.map(({ name }) => name).sort()).toEqual(['县地方志办公室主任', '县志办主任'])
    const person = await archive.person('李样张')
    expect(person?.offices.map(({ office, articles }) => [office, articles])).toEqual([
      ['县地方志办公室主任', 2],
    ])
    expect(await found(archive, 'office:县志办主任')).toEqual(['a', 'b', 'c'])
    expect(await found(archive, 'office:"县地方志办公室主任"')).toEqual(['a', 'b', 'c'])
    const question = { person: null, says: 'held', isActing: null, days: null, offset: 0, limit: 9 } as const
    const { reports } = await archive.officeReports(
      { ...question, office: '县地方志办公室主任' },
      { citation: 'gbt7714-2025', accessedOn: '' },
    )
    expect(reports.map(({ sentences }) => sentences[0]?.text)).toEqual([
      '县志办主任张示例到会。',
      '县地方志办公室主任李样张到会。',
      '县志办主任李样张到会。',
    ])
    const { rows } = await archive.offices('志', 10)
    expect(rows).toEqual([{ office: '县地方志办公室主任', articles: 3, holders: 2 }])

    await decide(archive, IS_ONE, true)
    await expect
      .poll(() => holdersOf(archive, '县志办主任'), { timeout: 10_000 })
      .toEqual(['张示例 1', '李样张 1'])
    expect(await found(archive, 'office:县志办主任')).toEqual(['a', 'c'])
  })

  it('are one at the next start, too', async () => {
    const profile = aProfile()
    const first = await openArchive(profile)
    await decide(first.archive, IS_ONE)
    await first.untilReady()
    const { archive } = await openArchive(afterKill(profile))
    await expect
      .poll(() => holdersOf(archive, '县志办主任'), { timeout: 10_000 })
      .toEqual(['张示例 1', '李样张 2'])
  })

  it('stand apart where a rule had joined them, when that was decided', async () => {
    const { archive } = await openArchive()
    expect(await holdersOf(archive, '环保局长')).toEqual(['王样本 2'])
    await decide(archive, { kind: 'distinctOffices', offices: ['环保局长', '环境保护局局长'] })
    await expect.poll(() => holdersOf(archive, '环保局长'), { timeout: 10_000 }).toEqual(['王样本 1'])
    expect(await holdersOf(archive, '环保局局长')).toEqual(['王样本 1'])
  })
})

describe('offices that may be one', () => {
  const both = aCollection({
    files: {
      'articles-1.jsonl': [
        inOffice('a', '2001-01-01', '张示例', '县志办主任'),
        inOffice('b', '2001-06-01', '张示例', '县地方志办公室主任'),
        inOffice('c', '2003-01-01', '李样张', '县志办主任'),
        inOffice('d', '2004-01-01', '李样张', '县地方志办公室主任'),
        inOffice('e', '2005-01-01', '李样张', '县地方志办公室主任'),
      ],
    },
  })

  it('are asked about with the sentences, until it is decided', async () => {
    const { archive } = await openArchive(aProfile(), both)
    const asked = async () => (await archive.identitySuggestions(10)).offices
    const [suggestion, ...others] = await asked()
    expect(others).toEqual([])
    expect(suggestion?.sides.map(({ name, articles }) => [name, articles])).toEqual([
      ['县地方志办公室主任', 3],
      ['县志办主任', 2],
    ])
    expect(suggestion?.reasons).toEqual([
      { kind: 'shortOffice' },
      { kind: 'sameHolders', names: ['张示例', '李样张'], count: 2 },
    ])
    expect(suggestion?.sides[1].evidence.map(({ sentence }) => sentence)).toEqual(['县志办主任张示例到会。'])
    const distinct: Patch = { kind: 'distinctOffices', offices: ['县地方志办公室主任', '县志办主任'] }
    await decide(archive, distinct)
    expect(await asked()).toEqual([])
    await decide(archive, distinct, true)
    expect(await asked()).toHaveLength(1)
  })
})
