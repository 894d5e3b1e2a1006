import type { ArticleQuery } from '../domain/articleQuery'
import type { ArchiveOrder, MonthSpan } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { compileFilters, FAILS } from './compileFilters'
import { NO_DAY } from './parts/partColumns'
import type { SliceColumn } from './sliceColumn'
import { ValueCounts } from './valueCounts'

/** Numbers of dated articles. */
export interface DateCounts {
  /** By month from the archive's first, of dates that are known to the month. */
  readonly months: Uint32Array
  /** By year from the archive's first, of dates that are known only to the year. */
  readonly years: Uint32Array
}

/** Numbers of articles, by the numbers of their values; each facet under all filters but its own. */
export interface FacetCounts {
  /** Ordinals of the articles that match the words and all filters, rising. */
  readonly results: Int32Array
  /** By node, its children included. */
  readonly category: Uint32Array
  /** Where all chosen people are needed, what a click on the name would leave. */
  readonly person: ValueCounts
  readonly newspaper: ValueCounts
  readonly page: ValueCounts
  readonly tag: ValueCounts
  readonly collection: ValueCounts
  /** Dated articles, whatever span is chosen. */
  readonly dated: DateCounts
  /** Dated articles within the chosen span too. */
  readonly matching: DateCounts
  /** Articles without a date, whatever span is chosen. */
  readonly undated: number
  /** Ordinals of the earliest and the latest dated result, or −1. */
  readonly earliest: number
  readonly latest: number
}

function countSlice(counts: ValueCounts, { starts, values }: SliceColumn, ordinal: number): void {
  const end = starts.values[ordinal + 1]!
  for (let at = starts.values[ordinal]!; at < end; at++) counts.add(values.values[at]!)
}

function countOne(counts: Uint32Array, number: number): void {
  if (number >= 0) counts[number] = counts[number]! + 1
}

function noDates(span: MonthSpan | null): DateCounts {
  if (span === null) return { months: new Uint32Array(0), years: new Uint32Array(0) }
  return {
    months: new Uint32Array(span.last - span.first + 1),
    years: new Uint32Array(span.lastYear - span.firstYear + 1),
  }
}

/** Counts facets, timeline and total in one pass over the articles that match a query's words. */
export function countFacets(
  query: ArticleQuery,
  columns: ArticleColumns,
  order: ArchiveOrder,
  matched: Int32Array,
): FacetCounts {
  const maskOf = compileFilters(query, columns)
  const personOwn = query.personMode === 'any' ? FAILS.person : 0
  const results = new Int32Array(matched.length)
  const category = new Uint32Array(columns.categories.size)
  const person = new ValueCounts(columns.people.size)
  const newspaper = new ValueCounts(columns.newspapers.size)
  const page = new ValueCounts(columns.pages.size)
  const tag = new ValueCounts(columns.tags.size)
  const collection = new ValueCounts(columns.collections.size)
  const dated = noDates(order.dated)
  const matching = noDates(order.dated)
  const countDate = (counts: DateCounts, ordinal: number): void => {
    const month = columns.monthOf(ordinal)
    if (columns.isKnownToMonth(ordinal)) countOne(counts.months, month - (order.dated?.first ?? 0))
    else countOne(counts.years, Math.floor(month / 12) - (order.dated?.firstYear ?? 0))
  }
  let total = 0
  let undated = 0
  let earliest = -1
  let latest = -1

  for (const ordinal of matched) {
    const mask = maskOf(ordinal)
    // An article that fails two filters counts nowhere.
    if ((mask & (mask - 1)) !== 0) continue
    const month = columns.monthOf(ordinal)
    if ((mask & ~FAILS.span) === 0) {
      if (month === NO_DAY) undated++
      else countDate(dated, ordinal)
    }
    if ((mask & ~FAILS.category) === 0) countOne(category, columns.category.values[ordinal]!)
    if ((mask & ~personOwn) === 0) countSlice(person, columns.person, ordinal)
    if ((mask & ~FAILS.newspaper) === 0) newspaper.add(columns.newspaper.values[ordinal]!)
    if ((mask & ~FAILS.page) === 0) countSlice(page, columns.page, ordinal)
    if ((mask & ~FAILS.tag) === 0) countSlice(tag, columns.tag, ordinal)
    if ((mask & ~FAILS.collection) === 0) collection.add(columns.collection.values[ordinal]!)
    if (mask !== 0) continue
    results[total++] = ordinal
    if (month === NO_DAY) continue
    countDate(matching, ordinal)
    const day = columns.dayFirst.values[ordinal]!
    if (earliest === -1 || day < columns.dayFirst.values[earliest]!) earliest = ordinal
    if (latest === -1 || day > columns.dayFirst.values[latest]!) latest = ordinal
  }

  // Children come after their parents, so one pass from the end carries the counts up.
  for (let node = category.length - 1; node >= 0; node--) {
    countUp(category, columns.categories.parentOf(node), category[node]!)
  }
  return {
    results: results.subarray(0, total),
    category,
    person,
    newspaper,
    page,
    tag,
    collection,
    dated,
    matching,
    undated,
    earliest,
    latest,
  }
}

function countUp(counts: Uint32Array, parent: number, count: number): void {
  if (parent >= 0) counts[parent] = counts[parent]! + count
}
