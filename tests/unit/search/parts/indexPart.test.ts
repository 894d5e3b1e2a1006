import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleDate, articlePages, TEXT_KINDS, type Article } from '../../../../src/domain/article'
import { encodeCategoryPath } from '../../../../src/domain/category'
import { daySpan, splitPartialDate } from '../../../../src/domain/partialDate'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { IndexPartBuilder } from '../../../../src/search/parts/indexPartBuilder'
import { openIndexPart } from '../../../../src/search/parts/openIndexPart'
import {
  ARTICLE_FIELDS,
  indexedArticle,
  type IndexedArticle,
} from '../../../../src/search/parts/packedArticleOptions'
import { eventDays } from '../../../../src/text/dates/eventDays'
import { NO_DAY } from '../../../../src/search/parts/partColumns'
import { PartTextsBuilder } from '../../../../src/search/parts/partTextsBuilder'
import { encodeEventDate } from '../../../../src/search/parts/eventDate'
import { findTerms } from '../../../../src/text/terms/findTerms'
import { searchedTextOf } from '../../../../src/search/searchedText'
import { peopleOfArticle } from '../../../../src/search/parts/peopleOfArticle'
import { anArticle } from '../../builders/anArticle'
import { propertyRuns } from '../packed/propertyRuns'
import { anyArticles, manyArticles } from './anyArticle'
import { answersOf, builtPart, codeOf, diskReader, namedRows, openedPart } from './parts'

function named(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== ''))]
}

/** A row as `namedRows` gives it, straight from the article. */
function expectedRow(article: Article): unknown {
  const date = articleDate(article)
  const span = date === null ? null : daySpan(date)
  const parts = date === null ? null : splitPartialDate(date)
  const events = new Set([
    ...eventDays(article),
    ...(article.eventDate === undefined ? [] : [article.eventDate]),
  ])
  const people = peopleOfArticle(article)
  const path = article.category.filter((name) => name !== '')
  return {
    days:
      date === null || span === null || parts === null
        ? [NO_DAY, NO_DAY, 0, NO_DAY]
        : [span.first, span.last, date.length, parts.year * 12 + (parts.month ?? 1) - 1],
    events: [...events].map((day) => encodeEventDate(day)!).sort((a, b) => a - b),
    newspaper: article.newspaper === '' ? null : (article.newspaper ?? null),
    category: path.length === 0 ? null : encodeCategoryPath(path),
    titleLength: searchedTextOf(article).titleEnd,
    textKind: TEXT_KINDS.indexOf(article.textKind),
    terms: findTerms(article),
    pages: named(articlePages(article)),
    people: named(article.people.map(({ name }) => name)),
    tags: named(article.tags),
    authors: named(article.authors),
    personSigns: people.map(({ signs }) => signs),
    offices: people.flatMap(({ name, offices }) => offices.flatMap(({ office }) => [name, office])),
    officeSigns: people.flatMap(({ offices }) => offices.map(({ signs }) => signs)),
    officePlaces: people.flatMap(({ offices }) => offices.map(({ jurisdiction }) => jurisdiction)),
  }
}

describe('an index part', () => {
  it('has the columns, texts and ids of its articles, in memory and on a disk', () => {
    fc.assert(
      fc.property(anyArticles(), fc.constantFrom('memory' as const, 'disk' as const), (articles, from) => {
        const part = openedPart(builtPart(articles), from)
        expect(part.rows).toBe(articles.length)
        expect(namedRows(part.columns)).toEqual(articles.map(expectedRow))
        articles.forEach((article, row) => {
          expect(part.idOf(row)).toBe(article.id)
          expect(part.texts?.textOf(row)).toEqual(searchedTextOf(article))
        })
        part.verify()
      }),
      propertyRuns(100),
    )
  })

  it('answers searches as an index of the same articles does', () => {
    fc.assert(
      fc.property(anyArticles(), (articles) => {
        const live = new PackedMiniSearch<IndexedArticle>(ARTICLE_FIELDS)
        live.addAll(articles.map((article) => indexedArticle(article.id, searchedTextOf(article))))
        const part = openedPart(builtPart(articles))
        const packed = PackedMiniSearch.open<IndexedArticle>([part.segment], ARTICLE_FIELDS)
        const scoresIn = (
          index: PackedMiniSearch<IndexedArticle>,
          run: string,
        ): ReadonlyMap<unknown, string> => {
          const { ids, scores } = index.query({ kind: 'run', run }, { top: Infinity })
          // The sums are of the same numbers, perhaps in another order.
          return new Map(ids.map((id, at) => [id, scores[at]!.toFixed(9)]))
        }
        for (const run of ['示例', '县', '中国示例', 'ab1', '2012']) {
          expect(scoresIn(packed, run)).toEqual(scoresIn(live, run))
        }
      }),
      propertyRuns(60),
    )
  })

  it('has the same bytes for the same articles, and its texts can be made alone', () => {
    fc.assert(
      fc.property(anyArticles(), (articles) => {
        const built = builtPart(articles)
        expect(builtPart(articles)).toEqual(built)
        const texts = new PartTextsBuilder()
        for (const article of articles) texts.add(article)
        expect(texts.rows).toBe(articles.length)
        expect(texts.build()).toEqual(built.texts)
      }),
      propertyRuns(60),
    )
  })

  it('may have no rows', () => {
    const part = openedPart(builtPart([]), 'disk')
    expect(part.rows).toBe(0)
    expect(part.columns.people).toEqual([])
    expect(answersOf(part.segment)).toEqual(answersOf(openedPart(builtPart([])).segment))
    part.verify()
  })

  it('refuses an id that was added before, and stays as it was', () => {
    const builder = new IndexPartBuilder()
    builder.add(anArticle())
    const { tokens } = builder
    expect(codeOf(() => builder.add(anArticle({ title: '另一篇' })))).toBe('repeated-id')
    expect([builder.rows, builder.tokens]).toEqual([1, tokens])
    expect(builder.build()).toEqual(builtPart([anArticle()]))
  })

  it('can be opened without its texts', () => {
    const { index } = builtPart(manyArticles(3))
    const part = openIndexPart(bytesReader(index), null, new PageCache(1 << 20))
    expect(part.texts).toBeNull()
    expect(part.columns.rows).toBe(3)
    part.verify()
  })

  it('has no text and no id for a row that is not there', () => {
    const part = openedPart(builtPart(manyArticles(3)))
    for (const row of [-1, 3, NaN]) {
      expect(() => part.idOf(row)).toThrow(RangeError)
      expect(() => part.texts?.textOf(row)).toThrow(RangeError)
    }
  })

  it('closes both files, and only when it is told to', () => {
    const { index, texts } = builtPart(manyArticles(3))
    const closed: string[] = []
    const part = openIndexPart(
      { ...diskReader(index), close: () => closed.push('index') },
      { ...diskReader(texts), close: () => closed.push('texts') },
      new PageCache(1 << 20),
    )
    part.segment.close?.()
    PackedMiniSearch.open<IndexedArticle>([part.segment], ARTICLE_FIELDS).close()
    expect(closed).toEqual([])
    part.close()
    expect(closed).toEqual(['index', 'texts'])
  })

  it('reads a text with two reads of a few pages', () => {
    const { index, texts } = builtPart(manyArticles(1500))
    const reads: number[] = []
    const reader = diskReader(texts, (_offset, length) => reads.push(length))
    const part = openIndexPart(diskReader(index), reader, new PageCache(1 << 20))
    for (const row of [0, 750, 1499]) {
      reads.length = 0
      expect(part.texts?.textOf(row)).toEqual(searchedTextOf(manyArticles(1500)[row]!))
      expect(reads.length).toBeLessThanOrEqual(2)
      expect(Math.max(...reads)).toBeLessThanOrEqual(3 * 4096)
    }
  })

  it('keeps where texts end in memory if every read is slow', () => {
    const articles = manyArticles(40)
    const { index, texts } = builtPart(articles)
    const slow = { pageBytes: 16_384, isSlow: true }
    const part = openIndexPart(
      { ...diskReader(index), ...slow },
      { ...diskReader(texts), ...slow },
      new PageCache(0),
    )
    articles.forEach((article, row) => expect(part.texts?.textOf(row)).toEqual(searchedTextOf(article)))
    expect(part.idOf(39)).toBe(articles[39]?.id)
  })

  it('stays small beside its texts: fewer than forty bytes of columns an article', () => {
    const { columns, rows, segment } = openedPart(builtPart(manyArticles(1500)))
    const names = Object.values(columns).filter(Array.isArray).flat().join('').length * 4
    const bytes = builtPart(manyArticles(1500)).index.length - segment.size - names
    expect(bytes / rows).toBeLessThan(40)
  })
})
