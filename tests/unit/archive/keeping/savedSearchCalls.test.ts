import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { seenResultsChange, type SavedSearch } from '../../../../src/domain/savedSearch'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })
const paper = aCollection({ id: 'paper', files: { 'articles-1.jsonl': articles('b', 2) } })

const EVERYTHING: SavedSearch = { id: 's-1', name: '全部', query: EMPTY_QUERY }
const NOTHING: SavedSearch = { id: 's-2', name: '没有', query: { ...EMPTY_QUERY, q: '没有这样的词' } }

async function openArchive() {
  const host = aHost(bundled)
  const one = anArchive(host, bundled, aProfile())
  await one.archive.open()
  return { ...one, host }
}

async function open(archive: Archive, search: SavedSearch): Promise<void> {
  const seen = await archive.seeResults(search)
  await archive.saveRecords([seenResultsChange(search.id, { seen, openedAt: '' })], '')
}

describe('what is new of a search', () => {
  it('is nothing when all that it finds was seen', async () => {
    const { archive } = await openArchive()
    await open(archive, EVERYTHING)
    expect(await archive.searchNews(EVERYTHING, 10)).toEqual({ total: 3, unseen: 0, rows: [] })
  })

  it('is what came in since, whatever day it tells of', async () => {
    const { archive, host } = await openArchive()
    await open(archive, EVERYTHING)
    host.serve(paper)
    await archive.takeInCollection(paper.address)
    const news = await archive.searchNews(EVERYTHING, 1)
    expect(news).toMatchObject({ total: 5, unseen: 2 })
    expect(news.rows.map(({ id }) => id.slice(0, 1))).toEqual(['b'])
    await open(archive, EVERYTHING)
    expect(await archive.searchNews(EVERYTHING, 1)).toMatchObject({ total: 5, unseen: 0 })
  })

  it('is what was corrected so that it is found now', async () => {
    const { archive } = await openArchive()
    await open(archive, NOTHING)
    expect(await archive.searchNews(NOTHING, 10)).toMatchObject({ total: 0, unseen: 0 })
    await archive.changeArticles(['a-2'], { kind: 'edit', edit: { subtitle: '没有这样的词' } }, '')
    const news = await archive.searchNews(NOTHING, 10)
    expect(news).toMatchObject({ total: 1, unseen: 1 })
    expect(news.rows.map(({ id }) => id)).toEqual(['a-2'])
  })

  it('is not an article that went and came back', async () => {
    const { archive } = await openArchive()
    await open(archive, EVERYTHING)
    const deed = await archive.changeArticles(['a-1'], { kind: 'delete' }, '')
    await open(archive, EVERYTHING)
    await archive.undoDeed(deed.number)
    expect(await archive.searchNews(EVERYTHING, 10)).toMatchObject({ total: 3, unseen: 0 })
  })

  it('is not told before the search was opened, nor where it is not remembered', async () => {
    const { archive } = await openArchive()
    expect(await archive.searchNews(EVERYTHING, 10)).toEqual({ total: 3, unseen: null, rows: [] })
    await archive.saveRecords([seenResultsChange(EVERYTHING.id, { seen: null, openedAt: '' })], '')
    expect(await archive.searchNews(EVERYTHING, 10)).toEqual({ total: 3, unseen: null, rows: [] })
  })
})

describe('articles as rows', () => {
  it('come in the order in which they are asked for, without those that are gone', async () => {
    const { archive } = await openArchive()
    const rows = await archive.articleRows(['a-2', 'gone', 'a-1'])
    expect(rows.map(({ id }) => id)).toEqual(['a-2', 'a-1'])
    expect(await archive.articleRows([])).toEqual([])
  })
})
