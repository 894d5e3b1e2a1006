import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import type { TermListQuery } from '../../../../src/domain/termUse'
import type { ArticleIndex } from '../../../../src/search/articleIndex'
import { articlesWithTerm, countTermUse, countTrends } from '../../../../src/search/terms/countTermUse'
import { TermCounts } from '../../../../src/search/terms/listTerms'
import { anArticle, aPerson } from '../../builders/anArticle'
import { anIndexOf } from '../../builders/anIndexPart'

const ALL: TermListQuery = { contains: '', kind: null, sort: 'frequency', limit: 100 }

function indexOf(...articles: readonly Partial<Article>[]): ArticleIndex {
  return anIndexOf(
    articles.map((fields, number) =>
      anArticle({ id: `a${number}`, title: '一篇', paragraphs: [], ...fields }),
    ),
  )
}

const listOf = (index: ArticleIndex, query: Partial<TermListQuery> = {}) =>
  index.look(({ columns, order }) => new TermCounts(columns, order).list({ ...ALL, ...query }))

const used = (text: string, issueDate?: string, more: Partial<Article> = {}): Partial<Article> => ({
  paragraphs: [text],
  ...(issueDate !== undefined && { issueDate }),
  ...more,
})

describe('the list of terms', () => {
  const index = indexOf(
    used('推行“两清一绿”。', '2011-05-02'),
    used('“两清一绿”与“柳塘方案”', '2013'),
    used('“柳塘方案”', '2009-01-01', { textKind: 'digest' }),
    used('“柳塘方案”是试点，“两清一绿”见效'),
  )

  it('has each with its articles and dates, the most frequent first', () => {
    expect(listOf(index)).toEqual({
      total: 2,
      rows: [
        { term: '两清一绿', kind: 'formula', articles: 3, first: '2011-05-02', last: '2013-01-01' },
        { term: '柳塘方案', kind: 'quoted', articles: 2, first: '2013-01-01', last: '2013-01-01' },
      ],
    })
  })

  it('is narrowed by what a term holds, folded, and by kind', () => {
    expect(listOf(index, { contains: '綠' }).rows.map(({ term }) => term)).toEqual(['两清一绿'])
    expect(listOf(index, { kind: 'quoted' }).rows.map(({ term }) => term)).toEqual(['柳塘方案'])
    expect(listOf(index, { limit: 1 })).toMatchObject({ total: 2, rows: [{ term: '两清一绿' }] })
  })

  it('is sorted by first or last use', () => {
    expect(listOf(index, { sort: 'first' }).rows.map(({ term }) => term)).toEqual(['柳塘方案', '两清一绿'])
    expect(listOf(index, { sort: 'last' }).rows.map(({ term }) => term)).toEqual(['两清一绿', '柳塘方案'])
  })

  it('forgets articles that are taken out', () => {
    const smaller = indexOf(used('“甲乙丙”'), used('“丁戊己”'))
    smaller.remove(0)
    expect(listOf(smaller).rows.map(({ term }) => term)).toEqual(['丁戊己'])
  })

  it('gives as variants what holds a term or what it holds', () => {
    const related = indexOf(used('“两清一绿”“两清一绿示范村”“两清”“清”“柳塘”'))
    const variants = related.look(({ columns, order }) =>
      new TermCounts(columns, order).variantsOf('两清一绿示范村', 10),
    )
    expect(variants.map(({ term }) => term)).toEqual(['两清一绿'])
  })
})

describe('the use of a term', () => {
  const index = indexOf(
    used('抓好两清一绿，再接再厉', '2012-03', { newspaper: '云州日报', people: [aPerson('张示例')] }),
    used('“两清一绿”', '2012-03-01', {
      newspaper: '云州日报',
      people: [aPerson('张示例'), aPerson('李样张')],
    }),
    used('两清一绿', '2015-01-01', { newspaper: '云州晚报' }),
    used('两清一绿', '2001-01-01', { textKind: 'digest' }),
    used('两清一绿'),
    used('别的事', '2013-01-01', { newspaper: '云州晚报' }),
    used('两清，一绿', '1999-01-01'),
  )

  it('is wherever it stands, with marks or without, but in no digest', () => {
    expect([...index.look((ground) => articlesWithTerm('两清一绿', ground))]).toEqual([0, 1, 2, 4])
    expect([...index.look((ground) => articlesWithTerm('“两清一绿”', ground))]).toEqual([0, 1, 2, 4])
    expect([...index.look((ground) => articlesWithTerm('', ground))]).toEqual([])
  })

  it('has a first and a last article, newspapers and people', () => {
    const counts = index.look((ground) => countTermUse(articlesWithTerm('两清一绿', ground), ground))
    expect(counts).toEqual({
      undated: 1,
      first: 1,
      last: 2,
      newspapers: [
        { name: '云州日报', articles: 2, all: 2 },
        { name: '云州晚报', articles: 1, all: 2 },
      ],
      people: [
        { name: '张示例', articles: 2 },
        { name: '李样张', articles: 1 },
      ],
    })
  })

  it('is counted by month or year among all that could have used it', () => {
    const trends = (unit: 'month' | 'year', newspaper: string | null = null) =>
      index.look((ground) => countTrends(['两清一绿', '别的事'], unit, newspaper, ground))
    expect(trends('year')).toEqual({
      unit: 'year',
      periods: [
        { period: '2012', articles: 2 },
        { period: '2013', articles: 1 },
        { period: '2014', articles: 0 },
        { period: '2015', articles: 1 },
      ],
      lines: [
        { term: '两清一绿', counts: [2, 0, 0, 1] },
        { term: '别的事', counts: [0, 1, 0, 0] },
      ],
    })
    expect(trends('month').periods).toHaveLength(35)
    expect(trends('year', '云州日报')).toMatchObject({
      periods: [{ period: '2012', articles: 2 }],
      lines: [{ counts: [2] }, { counts: [0] }],
    })
    expect(trends('year', '没有的报').periods).toEqual([])
  })

  it('is what a scan of the texts counts', () => {
    const anyUse = fc.record({
      text: fc.constantFrom('两清一绿', '清一绿', '两清', '柳塘', '两清一绿又两清一绿'),
      year: fc.constantFrom('2011', '2012', '2013-05', undefined),
      isDigest: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyUse, { minLength: 1, maxLength: 20 }), (articles) => {
        const built = indexOf(
          ...articles.map(({ text, year, isDigest }) =>
            used(text, year, { textKind: isDigest ? 'digest' : 'full' }),
          ),
        )
        const { periods, lines } = built.look((ground) => countTrends(['两清一绿'], 'year', null, ground))
        const own = articles.filter(({ isDigest }) => !isDigest)
        periods.forEach(({ period, articles: all }, place) => {
          const ofYear = own.filter(({ year }) => year?.startsWith(period))
          expect(all).toBe(ofYear.length)
          expect(lines[0]!.counts[place]).toBe(ofYear.filter(({ text }) => text.includes('两清一绿')).length)
        })
        const dated = own.filter(({ text, year }) => year !== undefined && text.includes('两清一绿'))
        expect(lines[0]!.counts.reduce((sum, count) => sum + count, 0)).toBe(dated.length)
      }),
    )
  })
})
