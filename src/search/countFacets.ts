import type { ArticleQuery } from '../domain/articleQuery'
import type { ArchiveOrder } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { articleCountsWithout, countArticles, type ArticleCounts } from './articleCounts'
import type { CategoryTree } from './categoryTree'
import { compileFilters, FAILS, type FailMask } from './compileFilters'
import type { DateCounts } from './dateCounts'
import { NO_DAY } from './parts/partColumns'
import { countValues, type ValueCounts } from './valueCounts'

/** Numbers of articles, by the numbers of their values; each facet under all filters but its own. */
export interface FacetCounts {
  /** Ordinals of the articles that match the words and all filters, rising. */
  readonly results: Int32Array
  /** By node, its children included. */
  readonly category: ValueCounts
  readonly person: ValueCounts
  /** The articles whose people are counted, list after list. */
  readonly peopleCountedIn: readonly Int32Array[]
  readonly newspaper: ValueCounts
  readonly page: ValueCounts
  readonly tag: ValueCounts
  readonly collection: ValueCounts
  /** Articles by date, whatever span is chosen. */
  readonly dated: DateCounts
  /** Articles by date, within the chosen span too. */
  readonly matching: DateCounts
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

const OTHER_FACETS = ['category', 'newspaper', 'page', 'tag', 'collection'] as const

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

/** Adds to each category what those below it have. */
function carryUp(counts: ValueCounts, categories: CategoryTree): void {
  // Children come after their parents, so one pass from the end carries the counts up.
  for (let node = counts.length - 1; node >= 0; node--) {
    const parent = categories.parentOf(node)
    if (parent >= 0) counts[parent]! += counts[node]!
  }
}

/** The articles of the archive that are not among the results. */
function othersThan(results: Int32Array, live: Int32Array, rows: number): Int32Array {
  const isOther = new Uint8Array(rows).fill(1)
  for (let at = 0; at < results.length; at++) isOther[results[at]!] = 0
  const others = new Int32Array(live.length + 1)
  let count = 0
  // Whether one is a result is as good as chance, so it is not branched on: the next overwrites it.
  for (let at = 0; at < live.length; at++) {
    others[count] = live[at]!
    count += isOther[live[at]!]!
  }
  return others.subarray(0, count)
}

/** Counts the results, or, where they are most of the archive, what is left of it, which is then less work. */
function countResults(columns: ArticleColumns, order: ArchiveOrder, results: Int32Array): ArticleCounts {
  const { live, dated } = order
  if (results.length * 2 <= live.length) return countArticles(columns, dated, results)
  const others = othersThan(results, live, columns.rows)
  return articleCountsWithout(order.counts(), countArticles(columns, dated, others))
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
  const counts = countResults(columns, order, results)
  // Where all chosen people are needed, a name counts what a click on it would leave.
  const otherPeople = query.personMode === 'any' ? failing(FAILS.person) : NONE
  countValues(counts.person, columns.person, otherPeople)
  for (const facet of OTHER_FACETS) countValues(counts[facet], columns[facet], failing(FAILS[facet]))
  carryUp(counts.category, columns.categories)
  const dated = counts.dates.copy()
  dated.add(failing(FAILS.span), columns, order.dated)
  return {
    ...counts,
    results,
    peopleCountedIn: [results, otherPeople],
    dated,
    matching: counts.dates,
    ...extentOf(columns, results),
  }
}
