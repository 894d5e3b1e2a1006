import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import { EMPTY_QUERY, type ArticleQuery } from '../../../../src/domain/articleQuery'
import type { Patch } from '../../../../src/domain/decision'
import { aCollection } from '../../builders/aCollection'
import { aDecision } from '../../builders/aDecision'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'

const bundled = aCollection({
  files: {
    'articles-1.jsonl': [
      anArticle({
        id: 'a',
        paragraphs: ['张示例、李样张到会。'],
        people: ['张示例', '李样张'].map((n) => aPerson(n)),
      }),
      anArticle({ id: 'b', paragraphs: ['章示范讲话。'], people: [aPerson('章示范')] }),
      anArticle({ id: 'c', paragraphs: ['李样张发言。'], places: ['示例县'], people: [aPerson('李样张')] }),
    ],
  },
})

async function openArchive(...patches: readonly Patch[]): Promise<Archive> {
  const tab = anArchive(aHost(bundled), bundled, aProfile())
  await tab.archive.open()
  await tab.untilReady()
  const records = patches.map((patch, at) => ({
    kind: 'decision' as const,
    id: `d${String(at)}`,
    about: '',
    content: aDecision(patch, at),
  }))
  await tab.archive.saveRecords(records, '')
  return tab.archive
}

async function found(archive: Archive, query: Partial<ArticleQuery>): Promise<readonly string[]> {
  const { rows } = await archive.search({ ...EMPTY_QUERY, ...query }, 10)
  return rows.map(({ id }) => id).sort()
}

const IS_ONE: Patch = { kind: 'merge', names: ['张示例'], into: '章示范' }

describe('a search for a name that a decision gave another one', () => {
  it('finds the person by the filter, alone and beside others', async () => {
    const archive = await openArchive(IS_ONE)
    const filter = (person: readonly string[], personMode: ArticleQuery['personMode'] = 'all') =>
      found(archive, { person, personMode })
    await expect.poll(() => filter(['章示范']), { timeout: 10_000 }).toEqual(['a', 'b'])
    expect(await filter(['张示例'])).toEqual(['a', 'b'])
    expect(await filter(['张示例', '章示范'])).toEqual(['a', 'b'])
    expect(await filter(['张示例', '李样张'])).toEqual(['a'])
    expect(await filter(['张示例', '李样张'], 'any')).toEqual(['a', 'b', 'c'])
    const { facets } = await archive.search({ ...EMPTY_QUERY, person: ['张示例'] }, 10)
    expect(facets.person.values.find(({ value }) => value === '张示例')).toEqual({
      value: '张示例',
      count: 2,
      isChosen: true,
      note: '章示范',
    })
  })

  it('finds the person by the words of a query', async () => {
    const archive = await openArchive(IS_ONE)
    await expect.poll(() => found(archive, { q: 'person:张示例' }), { timeout: 10_000 }).toEqual(['a', 'b'])
    expect(await found(archive, { q: 'person:张示例 -person:李样张' })).toEqual(['b'])
    expect(await found(archive, { q: 'person:没有的人' })).toEqual([])
  })

  it('marks the person by the name of now', async () => {
    const archive = await openArchive(IS_ONE)
    await expect.poll(() => found(archive, { person: ['张示例'] }), { timeout: 10_000 }).toEqual(['a', 'b'])
    const opened = await archive.article('b', { ...EMPTY_QUERY, person: ['张示例'] })
    expect(opened?.marks.paragraphs[0]).not.toEqual([])
  })

  it('finds only the one who kept the name after others were set apart', async () => {
    const archive = await openArchive({
      kind: 'split',
      name: '李样张',
      as: '李样张~2',
      when: { places: ['示例县'] },
    })
    await expect.poll(() => found(archive, { person: ['李样张~2'] }), { timeout: 10_000 }).toEqual(['c'])
    expect(await found(archive, { person: ['李样张'] })).toEqual(['a'])
  })
})
