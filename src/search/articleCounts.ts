import type { ArticleColumns } from './articleColumns'
import { DateCounts } from './dateCounts'
import type { IntegerColumn } from './growableColumn'
import type { MonthSpan } from './monthSpan'
import type { SliceColumn } from './sliceColumn'
import { countsWithout, countValues, type ValueCounts } from './valueCounts'

/** What articles are counted by: a column of each article's number or numbers, which name values. */
export type CountedColumn = 'category' | 'person' | 'newspaper' | 'page' | 'tag' | 'collection'

/** How many of some articles have which value; a category's are without those of the categories below it. */
export interface ArticleCounts extends Readonly<Record<CountedColumn, ValueCounts>> {
  readonly dates: DateCounts
}

/** Counts articles, column by column. @param span of the archive's dates */
export function countArticles(
  columns: ArticleColumns,
  span: MonthSpan | null,
  ordinals: Int32Array,
): ArticleCounts {
  const counted = (column: IntegerColumn | SliceColumn, { size }: { readonly size: number }): ValueCounts => {
    const counts = new Uint32Array(size)
    countValues(counts, column, ordinals)
    return counts
  }
  const dates = DateCounts.over(span)
  dates.add(ordinals, columns, span)
  return {
    category: counted(columns.category, columns.categories),
    person: counted(columns.person, columns.people),
    newspaper: counted(columns.newspaper, columns.newspapers),
    page: counted(columns.page, columns.pages),
    tag: counted(columns.tag, columns.tags),
    collection: counted(columns.collection, columns.collections),
    dates,
  }
}

/** The counts of articles without those of some of them. */
export function articleCountsWithout(all: ArticleCounts, some: ArticleCounts): ArticleCounts {
  return {
    category: countsWithout(all.category, some.category),
    person: countsWithout(all.person, some.person),
    newspaper: countsWithout(all.newspaper, some.newspaper),
    page: countsWithout(all.page, some.page),
    tag: countsWithout(all.tag, some.tag),
    collection: countsWithout(all.collection, some.collection),
    dates: all.dates.without(some.dates),
  }
}
