import type { ArticleQuery } from '../domain/articleQuery'
import { decodeCategoryPath, encodeCategoryPath } from '../domain/category'
import { namesMeant } from '../domain/namesMeant'
import { dateOfDayNumber, daySpan } from '../domain/partialDate'
import type { ArticleColumns } from './articleColumns'
import type { Dictionary } from './dictionary'
import type { IntegerColumn } from './growableColumn'
import { eventDateSpan } from './parts/eventDate'
import { NO_DAY } from './parts/partColumns'
import type { SliceColumn } from './sliceColumn'

/** One bit for each filter that an article can fail. */
export const FAILS = {
  /** From, to, and “no date”: what the year facet and the timeline set. */
  span: 1,
  dayOfYear: 2,
  event: 4,
  category: 8,
  person: 16,
  newspaper: 32,
  page: 64,
  tag: 128,
  collection: 256,
} as const

/** Tells which filters the article of an ordinal fails: the sum of their bits in {@link FAILS}, 0 where it passes all. */
export type FailMask = (ordinal: number) => number

type Check = (ordinal: number) => boolean

function spanCheck(query: ArticleQuery, columns: ArticleColumns): Check | null {
  const from = daySpan(query.from)
  const to = daySpan(query.to)
  if (query.date === '' && from === null && to === null) return null
  const first = from?.first ?? -Infinity
  const last = to?.last ?? Infinity
  const hasSpan = from !== null || to !== null
  return (ordinal) => {
    const dayFirst = columns.dayFirst.values[ordinal]!
    if (dayFirst === NO_DAY) return !hasSpan
    return query.date === '' && dayFirst >= first && columns.dayLastOf(ordinal) <= last
  }
}

function dayOfYearCheck(query: ArticleQuery, columns: ArticleColumns): Check | null {
  if (query.day === '') return null
  const known = new Map<number, boolean>()
  return (ordinal) => {
    if (columns.dateLength.values[ordinal] !== 10) return false
    const day = columns.dayFirst.values[ordinal]!
    let isThatDay = known.get(day)
    if (isThatDay === undefined) {
      isThatDay = dateOfDayNumber(day).slice(5) === query.day
      known.set(day, isThatDay)
    }
    return isThatDay
  }
}

/** Passed by articles one of whose events lies in the span whole: a month only where a month or a year is asked for. */
function eventCheck(query: ArticleQuery, columns: ArticleColumns): Check | null {
  const span = daySpan(query.event)
  if (span === null) return null
  const known = new Map<number, boolean>()
  const liesWithin = (encoded: number): boolean => {
    let isWithin = known.get(encoded)
    if (isWithin === undefined) {
      const event = eventDateSpan(encoded)
      isWithin = event !== null && event.first >= span.first && event.last <= span.last
      known.set(encoded, isWithin)
    }
    return isWithin
  }
  const { starts, values } = columns.event
  return (ordinal) => {
    const end = starts.values[ordinal + 1]!
    for (let at = starts.values[ordinal]!; at < end; at++) if (liesWithin(values.values[at]!)) return true
    return false
  }
}

/** A path of a query in the one form that the archive writes. */
export function canonicalPath(path: string): string {
  return encodeCategoryPath(decodeCategoryPath(path))
}

function categoryCheck(query: ArticleQuery, columns: ArticleColumns): Check | null {
  if (query.category.length === 0) return null
  const { categories } = columns
  const chosen = new Uint8Array(categories.size)
  for (const path of query.category) {
    const node = categories.paths.numberOf(canonicalPath(path))
    if (node !== -1) chosen[node] = 1
  }
  // Parents come before their children, so one pass carries a choice down.
  for (let node = 0; node < categories.size; node++) {
    if (chosen[categories.parentOf(node)] === 1) chosen[node] = 1
  }
  return (ordinal) => chosen[columns.category.values[ordinal]!] === 1
}

/** Which names of a dictionary are chosen; names that it does not have are nobody's. */
function chosenNumbers(dictionary: Dictionary, names: readonly string[]): Uint8Array {
  const chosen = new Uint8Array(dictionary.size)
  for (const name of names) {
    const number = dictionary.numberOf(name)
    if (number !== -1) chosen[number] = 1
  }
  return chosen
}

function anyOfOneCheck(
  names: readonly string[],
  dictionary: Dictionary,
  column: IntegerColumn,
): Check | null {
  if (names.length === 0) return null
  const chosen = chosenNumbers(dictionary, names)
  return (ordinal) => chosen[column.values[ordinal]!] === 1
}

/** Checks the people of an article: one or all of those who are asked for, each under any name that is meant. */
function personCheck({ person, personMode }: ArticleQuery, columns: ArticleColumns): Check | null {
  const meant = person.map((name) => namesMeant(name, columns.decided))
  if (personMode === 'any') return someOfManyCheck(meant.flat(), columns.people, columns.person, 1)
  if (meant.every(({ length }) => length === 1)) {
    const names = new Set(meant.flat())
    return someOfManyCheck([...names], columns.people, columns.person, names.size)
  }
  const checks = meant.flatMap((names) => someOfManyCheck(names, columns.people, columns.person, 1) ?? [])
  return (ordinal) => checks.every((check) => check(ordinal))
}

/** Checks that an article has at least `needed` of the chosen names. */
function someOfManyCheck(
  names: readonly string[],
  dictionary: Dictionary,
  column: SliceColumn,
  needed: number,
): Check | null {
  if (names.length === 0) return null
  const chosen = chosenNumbers(dictionary, names)
  return (ordinal) => {
    const end = column.starts.values[ordinal + 1]!
    let found = 0
    for (let at = column.starts.values[ordinal]!; at < end; at++) {
      if (chosen[column.values.values[at]!] === 1) found++
    }
    return found >= needed
  }
}

/**
 * The filters of a query over the columns. A partial date passes a span only if all its days lie in it; an undated
 * article passes none, and only it passes “no date”; a day of the year is passed by full dates alone. Values that the
 * archive does not have are passed by no article; a person whom a decision renamed is meant by the old name, too. What is malformed in a query counts as absent;
 * a query without filters gives `null`, and every article passes.
 */
export function compileFilters(query: ArticleQuery, columns: ArticleColumns): FailMask | null {
  const checks: (readonly [bit: number, check: Check | null])[] = [
    [FAILS.span, spanCheck(query, columns)],
    [FAILS.dayOfYear, dayOfYearCheck(query, columns)],
    [FAILS.event, eventCheck(query, columns)],
    [FAILS.category, categoryCheck(query, columns)],
    [FAILS.person, personCheck(query, columns)],
    [FAILS.newspaper, anyOfOneCheck(query.newspaper, columns.newspapers, columns.newspaper)],
    [FAILS.page, someOfManyCheck(query.page, columns.pages, columns.page, 1)],
    [FAILS.tag, someOfManyCheck(query.tag, columns.tags, columns.tag, 1)],
    [FAILS.collection, anyOfOneCheck(query.collection, columns.collections, columns.collection)],
  ]
  const active = checks.filter((one): one is readonly [number, Check] => one[1] !== null)
  if (active.length === 0) return null
  return (ordinal) => {
    let mask = 0
    for (const [bit, check] of active) {
      if (!check(ordinal)) mask |= bit
    }
    return mask
  }
}
