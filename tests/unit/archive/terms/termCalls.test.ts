import { describe, expect, it } from 'vitest'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'

const bundled = aCollection({
  files: {
    'articles-1.jsonl': [
      anArticle({ id: 'a', title: '先行', issueDate: '2012-03-01', paragraphs: ['落实“两清一绿”的部署。'] }),
      anArticle({ id: 'b', title: '跟上', issueDate: '2014-03-01', paragraphs: ['两清一绿再进一步。'] }),
      anArticle({
        id: 'c',
        title: '提要',
        textKind: 'digest',
        issueDate: '2010-01-01',
        paragraphs: ['两清一绿'],
      }),
    ],
  },
})

async function openArchive() {
  const one = anArchive(aHost(bundled), bundled, aProfile())
  await one.archive.open()
  await one.untilReady()
  return one.archive
}

describe('the archive', () => {
  it('tells the terms that articles mark', async () => {
    const archive = await openArchive()
    const { rows, total } = await archive.terms({ contains: '', kind: null, sort: 'frequency', limit: 10 })
    expect([total, rows.map(({ term, articles }) => [term, articles])]).toEqual([1, [['两清一绿', 1]]])
  })

  it('tells who used a term first and last, with the sentence', async () => {
    const archive = await openArchive()
    const use = await archive.termUse('两清一绿')
    expect([use.articles, use.undated, use.first?.id, use.last?.id]).toEqual([2, 0, 'a', 'b'])
    const { text, marks } = use.first!.snippet
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['两清一绿'])
  })

  it('tells of a string that no article has that it was never used', async () => {
    const archive = await openArchive()
    expect(await archive.termUse('没有的话')).toMatchObject({
      articles: 0,
      first: null,
      last: null,
      newspapers: [],
    })
  })

  it('compares at most six terms, each once', async () => {
    const archive = await openArchive()
    const terms = ['两清一绿', '两清一绿', '甲一', '甲二', '甲三', '甲四', '甲五', '甲六']
    const { lines, periods } = await archive.termTrends(terms, 'year', null)
    expect(lines.map(({ term }) => term)).toEqual(['两清一绿', '甲一', '甲二', '甲三', '甲四', '甲五'])
    expect(periods.map(({ period }) => period)).toEqual(['2012', '2013', '2014'])
  })
})
