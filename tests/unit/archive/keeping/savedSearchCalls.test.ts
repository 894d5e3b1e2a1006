import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'

const paper = aCollection({ id: 'paper', files: { 'articles-1.jsonl': articles('b', 2) } })
const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })

async function openArchive() {
  const host = aHost(bundled)
  const one = anArchive(host, bundled, aProfile())
  await one.archive.open()
  return { ...one, host }
}

describe('what is new of a search', () => {
  it('is nothing when all that it finds was seen', async () => {
    const { archive } = await openArchive()
    const seen = await archive.seeResults(EMPTY_QUERY, '')
    expect(await archive.searchNews(EMPTY_QUERY, seen, 10)).toEqual({ total: 3, unseen: 0, rows: [] })
  })

  it('is what came in since, whatever day it tells of', async () => {
    const { archive, host } = await openArchive()
    const seen = await archive.seeResults(EMPTY_QUERY, '')
    host.serve(paper)
    await archive.takeInCollection(paper.address)
    const news = await archive.searchNews(EMPTY_QUERY, seen, 1)
    expect(news).toMatchObject({ total: 5, unseen: 2 })
    expect(news.rows.map(({ id }) => id.slice(0, 1))).toEqual(['b'])
  })

  it('is not what an article of another search would be', async () => {
    const { archive } = await openArchive()
    const nothing = { ...EMPTY_QUERY, q: '没有这样的词' }
    const seen = await archive.seeResults(nothing, '')
    expect(seen).toBe('')
    expect(await archive.searchNews(nothing, seen, 10)).toMatchObject({ total: 0, unseen: 0 })
    expect(await archive.searchNews(EMPTY_QUERY, seen, 10)).toMatchObject({ total: 3, unseen: 3 })
  })

  it('is not an article that went and came back', async () => {
    const { archive } = await openArchive()
    const seen = await archive.seeResults(EMPTY_QUERY, '')
    const deed = await archive.changeArticles(['a-1'], { kind: 'delete' }, '')
    const later = await archive.seeResults(EMPTY_QUERY, seen)
    await archive.undoDeed(deed.number)
    expect(await archive.searchNews(EMPTY_QUERY, later, 10)).toMatchObject({ total: 3, unseen: 0 })
  })

  it('is not told where there were too many to remember', async () => {
    const { archive } = await openArchive()
    expect(await archive.searchNews(EMPTY_QUERY, null, 10)).toEqual({ total: 3, unseen: null, rows: [] })
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
