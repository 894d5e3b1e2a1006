import type { ArticleQuery } from '../domain/articleQuery'
import type { ArchiveOrder, MonthSpan } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { compileFilters, FAILS, type FailMask } from './compileFilters'
import type { Dictionary } from './dictionary'
import type { IntegerColumn } from './growableColumn'
import { NO_DAY } from './parts/partColumns'
import { SliceColumn } from './sliceColumn'
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

/** The matches of a query's words, by the filters that they fail; those that fail two count nowhere. */
interface Divided {
  /** Those that pass all filters, rising. */
  readonly results: Int32Array
  /** Those that fail one of {@link FAILS} only, rising. */
  failing(filter: number): Int32Array
}

const NONE = new Int32Array(0)

/** No bit of {@link FAILS}. */
const NO_FILTER = 0

function divide(matched: Int32Array, maskOf: FailMask | null): Divided {
  if (maskOf === null) return { results: matched, failing: () => NONE }
  const results = new Int32Array(matched.length)
  const almost = new Int32Array(matched.length)
  const failed = new Uint16Array(matched.length)
  let total = 0
  let missed = 0
  let anyFailed = 0
  for (const ordinal of matched) {
    const mask = maskOf(ordinal)
    if (mask === 0) results[total++] = ordinal
    else if ((mask & (mask - 1)) === 0) {
      anyFailed |= mask
      failed[missed] = mask
      almost[missed++] = ordinal
    }
  }
  return {
    results: results.subarray(0, total),
    failing: (filter) => {
      if ((anyFailed & filter) === 0) return NONE
      return anyFailed === filter
        ? almost.subarray(0, missed)
        : almost.subarray(0, missed).filter((_, at) => failed[at] === filter)
    },
  }
}

function countColumn(counts: ValueCounts, { values }: IntegerColumn, ordinals: Int32Array): void {
  for (const ordinal of ordinals) counts.add(values[ordinal]!)
}

function countSlices(counts: ValueCounts, column: SliceColumn, ordinals: Int32Array): void {
  const starts = column.starts.values
  const { values } = column.values
  for (const ordinal of ordinals) {
    const end = starts[ordinal + 1]!
    for (let at = starts[ordinal]!; at < end; at++) counts.add(values[at]!)
  }
}

function countOne(counts: Uint32Array, number: number): void {
  if (number >= 0) counts[number] = counts[number]! + 1
}

/** Articles by category, those of the categories below it included. */
function countCategories(
  { category, categories }: ArticleColumns,
  lists: readonly Int32Array[],
): Uint32Array {
  const counts = new Uint32Array(categories.size)
  const { values } = category
  for (const ordinals of lists) for (const ordinal of ordinals) countOne(counts, values[ordinal]!)
  // Children come after their parents, so one pass from the end carries the counts up.
  for (let node = counts.length - 1; node >= 0; node--) {
    const parent = categories.parentOf(node)
    if (parent >= 0) counts[parent] = counts[parent]! + counts[node]!
  }
  return counts
}

function noDates(span: MonthSpan | null): DateCounts {
  if (span === null) return { months: new Uint32Array(0), years: new Uint32Array(0) }
  return {
    months: new Uint32Array(span.last - span.first + 1),
    years: new Uint32Array(span.lastYear - span.firstYear + 1),
  }
}

/** Adds dated articles to the counts, and gives back how many have no date. */
function addDates(
  counts: DateCounts,
  columns: ArticleColumns,
  { dated }: ArchiveOrder,
  ordinals: Int32Array,
): number {
  const firstMonth = dated?.first ?? 0
  const firstYear = dated?.firstYear ?? 0
  let undated = 0
  for (const ordinal of ordinals) {
    const month = columns.monthOf(ordinal)
    if (month === NO_DAY) undated++
    else if (columns.isKnownToMonth(ordinal)) countOne(counts.months, month - firstMonth)
    else countOne(counts.years, Math.floor(month / 12) - firstYear)
  }
  return undated
}

/** The first of the earliest and of the latest dated articles, or −1. */
function extentOf(
  { dayFirst: { values } }: ArticleColumns,
  ordinals: Int32Array,
): Pick<FacetCounts, 'earliest' | 'latest'> {
  let earliest = -1
  let latest = -1
  for (const ordinal of ordinals) {
    const day = values[ordinal]!
    if (day === NO_DAY) continue
    if (earliest === -1 || day < values[earliest]!) earliest = ordinal
    if (latest === -1 || day > values[latest]!) latest = ordinal
  }
  return { earliest, latest }
}

/**
 * Counts facets, timeline and total of the articles that match a query's words: they are divided once by the filters
 * that they fail; then each column is counted by itself, over those that pass all filters but its own.
 */
export function countFacets(
  query: ArticleQuery,
  columns: ArticleColumns,
  order: ArchiveOrder,
  matched: Int32Array,
): FacetCounts {
  const { results, failing } = divide(matched, compileFilters(query, columns))
  const countOf = (
    filter: number,
    { size }: Dictionary,
    column: IntegerColumn | SliceColumn,
  ): ValueCounts => {
    const counts = new ValueCounts(size)
    for (const ordinals of [results, failing(filter)]) {
      if (column instanceof SliceColumn) countSlices(counts, column, ordinals)
      else countColumn(counts, column, ordinals)
    }
    return counts
  }
  const matching = noDates(order.dated)
  const undated = addDates(matching, columns, order, results)
  const dated = { months: matching.months.slice(), years: matching.years.slice() }
  return {
    results,
    category: countCategories(columns, [results, failing(FAILS.category)]),
    person: countOf(query.personMode === 'any' ? FAILS.person : NO_FILTER, columns.people, columns.person),
    newspaper: countOf(FAILS.newspaper, columns.newspapers, columns.newspaper),
    page: countOf(FAILS.page, columns.pages, columns.page),
    tag: countOf(FAILS.tag, columns.tags, columns.tag),
    collection: countOf(FAILS.collection, columns.collections, columns.collection),
    dated,
    matching,
    undated: undated + addDates(dated, columns, order, failing(FAILS.span)),
    ...extentOf(columns, results),
  }
}
