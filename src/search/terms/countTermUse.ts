import type { PartialDate } from '../../domain/article'
import type { TermNewspaper, TermTrends, TrendUnit } from '../../domain/termUse'
import type { ArticleColumns } from '../articleColumns'
import { compileQuery } from '../compileQuery'
import { matchQuery } from '../matchQuery'
import { parseQuery } from '../parseQuery'
import { NO_DAY } from '../parts/partColumns'
import type { SearchGround } from '../searchGround'
import { yearName } from '../timeline'
import { countValues, type ValueCounts } from '../valueCounts'

/** People that are named beside a term. */
const SHOWN_PEOPLE = 30

/** The query that finds a term exactly as it is written; quotation marks within it are left out. */
export function termQuery(term: string): string {
  return `"${term.replaceAll(/["“”「」『』]/gu, '')}"`
}

/** The live articles that use a term in their own words, rising. */
export function articlesWithTerm(term: string, ground: SearchGround): Int32Array {
  const { root, matchesAll } = compileQuery(termQuery(term), parseQuery(termQuery(term)), ground)
  if (matchesAll) return new Int32Array(0)
  const { isDigest } = ground.columns
  return matchQuery(root, ground).ordinals.filter((ordinal) => isDigest.values[ordinal] === 0)
}

/** Whose articles use a term, and who is named there, by ordinals of the articles that use it. */
export interface TermUseCounts {
  readonly undated: number
  /** The first and the last dated ordinal; −1 without one. */
  readonly first: number
  readonly last: number
  readonly newspapers: readonly TermNewspaper[]
  readonly people: readonly { readonly name: string; readonly articles: number }[]
}

export function countTermUse(ordinals: Int32Array, { columns, order }: SearchGround): TermUseCounts {
  const days = columns.dayFirst.values
  const newspapers = new Uint32Array(columns.newspapers.size)
  const people = new Uint32Array(columns.people.size)
  countValues(newspapers, columns.newspaper, ordinals)
  countValues(people, columns.person, ordinals)
  let [undated, first, last] = [0, -1, -1]
  for (const ordinal of ordinals) {
    if (days[ordinal] === NO_DAY) {
      undated++
      continue
    }
    if (first === -1 || isEarlier(ordinal, first, columns)) first = ordinal
    if (last === -1 || days[ordinal]! > days[last]!) last = ordinal
  }
  const all = new Uint32Array(columns.newspapers.size)
  if (first !== -1) {
    const isBetween = (ordinal: number): boolean =>
      columns.isDigest.values[ordinal] === 0 &&
      days[ordinal]! >= days[first]! &&
      days[ordinal]! <= days[last]!
    countValues(all, columns.newspaper, order.live.filter(isBetween))
  }
  const byCount = (counts: ValueCounts): readonly number[] =>
    [...counts.keys()]
      .filter((number) => counts[number]! > 0)
      .sort((a, b) => counts[b]! - counts[a]! || a - b)
  return {
    undated,
    first,
    last,
    newspapers: byCount(newspapers).map((number) => ({
      name: columns.newspapers.names[number]!,
      articles: newspapers[number]!,
      all: Math.max(all[number]!, newspapers[number]!),
    })),
    people: byCount(people)
      .slice(0, SHOWN_PEOPLE)
      .map((number) => ({ name: columns.people.names[number]!, articles: people[number]! })),
  }
}

/** Of two dates that begin on one day, the one known more exactly is the earlier: nothing else is known to be. */
function isEarlier(one: number, other: number, columns: ArticleColumns): boolean {
  const [day, otherDay] = [columns.dayFirst.values[one]!, columns.dayFirst.values[other]!]
  if (day !== otherDay) return day < otherDay
  return columns.dateLength.values[one]! > columns.dateLength.values[other]!
}

/** The periods of a unit, numbered: months as year × 12 + month − 1, or years. */
interface Periods {
  /** Of an article, or `null` where its date does not say. */
  readonly of: (ordinal: number) => number | null
  readonly name: (number: number) => PartialDate
}

function periodsOf(unit: TrendUnit, columns: ArticleColumns): Periods {
  const month = (ordinal: number): number | null =>
    columns.dayFirst.values[ordinal] === NO_DAY ? null : columns.monthOf(ordinal)
  if (unit === 'month') {
    return {
      of: (ordinal) => (columns.isKnownToMonth(ordinal) ? month(ordinal) : null),
      name: (number) => `${yearName(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`,
    }
  }
  return {
    of: (ordinal) => {
      const known = month(ordinal)
      return known === null ? null : Math.floor(known / 12)
    },
    name: yearName,
  }
}

/**
 * How often terms are used in each month or year.
 *
 * @param newspaper only its articles; of all for `null`
 */
export function countTrends(
  terms: readonly string[],
  unit: TrendUnit,
  newspaper: string | null,
  ground: SearchGround,
): TermTrends {
  const { columns, order } = ground
  const wanted = newspaper === null ? null : columns.newspapers.names.indexOf(newspaper)
  const isOfPaper = (ordinal: number): boolean =>
    wanted === null || columns.newspaper.values[ordinal] === wanted
  const periods = periodsOf(unit, columns)
  const used = terms.map((term) => {
    const counts = new Map<number, number>()
    for (const ordinal of articlesWithTerm(term, ground)) {
      const period = isOfPaper(ordinal) ? periods.of(ordinal) : null
      if (period !== null) counts.set(period, (counts.get(period) ?? 0) + 1)
    }
    return { term, counts }
  })
  const met = used.flatMap(({ counts }) => [...counts.keys()])
  const [from, to] = met.reduce(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Infinity, -1],
  )
  const all = new Uint32Array(to === -1 ? 0 : to - from + 1)
  for (const ordinal of order.live) {
    if (columns.isDigest.values[ordinal] === 1 || !isOfPaper(ordinal)) continue
    const period = periods.of(ordinal)
    if (period !== null && period >= from && period <= to) all[period - from] = all[period - from]! + 1
  }
  return {
    unit,
    periods: Array.from(all, (articles, place) => ({ period: periods.name(from + place), articles })),
    lines: used.map(({ term, counts }) => ({
      term,
      counts: Array.from(all, (_articles, place) => counts.get(from + place) ?? 0),
    })),
  }
}
