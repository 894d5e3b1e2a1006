import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { anArchive, aProfile } from '../builders/anArchive'
import { anArticle, aPerson } from '../builders/anArticle'

const report: Article = anArticle({
  id: 'report',
  title: '示例县表彰基层党组织',
  newspaper: '示例日报',
  issueDate: '2012-07-01',
  page: '01',
  category: ['要闻', '党建'],
  paragraphs: ['昨天，示例县召开大会。', '大会表彰了一百个基层党组织，张示例讲话。'],
  people: [aPerson('张示例'), aPerson('李示例'), aPerson('王示例'), aPerson('赵示例')],
})
const days = ['2012-06-30', '2012-07-02', '2012-07-03'].map((issueDate, index) =>
  anArticle({ id: `day-${index}`, title: `第${index}天`, issueDate }),
)

async function opened(files: Parameters<typeof aCollection>[0], changes = {}) {
  const bundled = aCollection(files)
  const inTab = anArchive(aHost(bundled), bundled, aProfile(), changes)
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab.archive
}

describe('a list of results', () => {
  it('shows an article as a row, with its hits and the people of the query first', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': [report] } })
    const { rows } = await archive.search({ ...EMPTY_QUERY, q: '基层党组织', person: ['赵示例'] }, 5)
    expect(rows).toEqual([
      {
        id: 'report',
        title: '示例县表彰基层党组织',
        titleMarks: [[5, 10]],
        newspaper: '示例日报',
        date: '2012-07-01',
        page: '01',
        category: ['要闻', '党建'],
        medium: null,
        textKind: 'full',
        snippet: {
          text: '大会表彰了一百个基层党组织，张示例讲话。',
          marks: [[8, 13]],
          isCutAtStart: false,
          isCutAtEnd: false,
        },
        people: ['赵示例', '张示例', '李示例'],
        peopleCount: 4,
      },
    ])
  })

  it('gives further rows in the same order, and none beyond the last', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': articles('a', 30) } })
    const { rows, total } = await archive.search(EMPTY_QUERY, 30)
    expect(total).toBe(30)
    const pages = [await archive.rows(EMPTY_QUERY, 0, 12), await archive.rows(EMPTY_QUERY, 12, 12)]
    expect(pages.flat()).toEqual(rows.slice(0, 24))
    expect(await archive.rows(EMPTY_QUERY, 24, 12)).toEqual(rows.slice(24))
    expect(await archive.rows(EMPTY_QUERY, 30, 12)).toEqual([])
  })

  it('reads of the store only the articles that are shown', async () => {
    const reads: number[] = []
    const profile = aProfile()
    const openStore = async (): Promise<ArchiveStore> => {
      const store = await openDexieStore({ name: profile.databaseName })
      const countReads = (keys: readonly number[]): typeof keys => {
        reads.push(keys.length)
        return keys
      }
      return {
        ...store,
        articlesAt: (keys) => store.articlesAt(countReads(keys)),
        articlesWithIds: () => Promise.reject(new Error('read by id')),
        articlesOfFile: (...range) => {
          if (isOpen) throw new Error('read as a whole')
          return store.articlesOfFile(...range)
        },
      }
    }
    let isOpen = false
    const archive = await opened({ files: { 'articles-1.jsonl': articles('a', 300) } }, { openStore })
    isOpen = true
    await archive.search({ ...EMPTY_QUERY, q: '会议' }, 20)
    await archive.rows({ ...EMPTY_QUERY, q: '会议' }, 20, 20)
    await archive.facetValues(EMPTY_QUERY, 'person', '', 10)
    expect(reads).toEqual([20, 20])
  })
})

describe('an opened article', () => {
  it('comes with its hits and with its neighbours among the results', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': [report, ...days] } })
    const found = await archive.article('report', { ...EMPTY_QUERY, sort: 'newest' })
    expect(found?.article).toEqual(report)
    expect(found?.position).toEqual({ number: 3, total: 4, previousId: 'day-1', nextId: 'day-0' })
    const marked = await archive.article('report', { ...EMPTY_QUERY, q: '表彰', person: ['张示例'] })
    expect(marked?.marks).toEqual({
      title: [[3, 5]],
      kicker: [],
      subtitle: [],
      paragraphs: [
        [],
        [
          [2, 4],
          [14, 17],
        ],
      ],
    })
    expect(marked?.position).toEqual({ number: 1, total: 1, previousId: null, nextId: null })
  })

  it('has no place among results that it is none of', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': [report, ...days] } })
    expect((await archive.article('day-0', { ...EMPTY_QUERY, q: '表彰' }))?.position).toBeNull()
  })

  it('is null when the archive does not hold it', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': [report] } })
    expect(await archive.article('no such id', EMPTY_QUERY)).toBeNull()
  })
})

describe('suggestions', () => {
  it('are earlier searches that hold what is typed, then names, by pinyin too', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': [report] } })
    const recent = ['示例县', '别的', '示', 'shi 示例 会议']
    expect(await archive.suggest('示', 4, recent)).toEqual([
      { kind: 'recent', value: '示例县', count: null },
      { kind: 'recent', value: 'shi 示例 会议', count: null },
      { kind: 'newspaper', value: '示例日报', count: 1 },
      { kind: 'person', value: '张示例', count: 1 },
    ])
    expect(await archive.suggest('zhangshi', 4, recent)).toEqual([
      { kind: 'person', value: '张示例', count: 1 },
    ])
    expect(await archive.suggest('', 4, recent)).toHaveLength(3)
  })
})

describe('a word in pinyin', () => {
  it('finds, marks and tells the names that it was read as', async () => {
    const archive = await opened({ files: { 'articles-1.jsonl': [report] } })
    const query = { ...EMPTY_QUERY, q: 'zhangshili' }
    const answer = await archive.search(query, 5)
    expect(answer.reading.loosenings).toEqual([
      { kind: 'pinyin', term: 'zhangshili', names: ['张示例'], removal: '"zhangshili"' },
    ])
    expect(answer.rows[0]?.snippet.marks).toEqual([[14, 17]])
    expect((await archive.article('report', query))?.marks.paragraphs).toEqual([[], [[14, 17]]])
    expect(
      (await archive.search({ ...query, q: answer.reading.loosenings[0]?.removal ?? '' }, 5)).total,
    ).toBe(0)
  })
})
