import { OFFICE_SIGNS } from '../domain/officeSigns'
import { PERSON_SIGNS } from '../domain/personSigns'
import type { ArticleColumns } from './articleColumns'
import { countArticles, type ArticleCounts } from './articleCounts'
import { monthSpan, type MonthSpan } from './monthSpan'
import { NO_DAY } from './parts/partColumns'

/** What is true of the archive as a whole, whatever is asked; made anew when it changes. */
export interface ArchiveOrder {
  /** Live ordinals, rising. */
  readonly live: Int32Array
  /** Live ordinals, the newest first, undated ones last; articles of one day in the order in which they were packed. */
  readonly newest: Int32Array
  /** Live ordinals, the oldest first, undated ones last; articles of one day in the order in which they were packed. Made when it is first asked for. */
  readonly oldest: () => Int32Array
  /** The place of each ordinal in `newest`. */
  readonly placeInNewest: Int32Array
  /** The years and, as year × 12 + month − 1, the first months that the dates may mean; `null` when nothing is dated. */
  readonly dated: MonthSpan | null
  /** The same of dates that are known to the month or the day. */
  readonly months: MonthSpan | null
  /** The number of the office that every article gives a person whom it names, or −1: one name may be several people. */
  readonly officeOf: Int32Array
  /** 1 for a person whom some live article names for certain; the others may be no names (待核). */
  readonly isNamed: Uint8Array
  /** How many of its articles have which value; counted when they are first asked for. */
  readonly counts: () => ArticleCounts
}

/**
 * Of each person the office that all live articles give in which the name stands, of several the one first met; and
 * whether any names the person for certain.
 */
function peopleOf(columns: ArticleColumns): Pick<ArchiveOrder, 'officeOf' | 'isNamed'> {
  const counts = new Map<number, number>()
  const articles = new Uint32Array(columns.people.size)
  const isNamed = new Uint8Array(columns.people.size)
  const width = columns.offices.size
  const { starts, values } = columns.office
  const people = columns.person
  for (let ordinal = 0; ordinal < columns.rows; ordinal++) {
    if (columns.isLive.values[ordinal] === 0) continue
    for (let at = people.starts.values[ordinal]!; at < people.starts.values[ordinal + 1]!; at++) {
      const person = people.values.values[at]!
      articles[person] = articles[person]! + 1
      if ((columns.personSigns.values[at]! & PERSON_SIGNS.possible) === 0) isNamed[person] = 1
    }
    for (let at = starts.values[ordinal]!; at < starts.values[ordinal + 1]!; at += 2) {
      if ((columns.officeSigns.values[at / 2]! & OFFICE_SIGNS.other) !== 0) continue
      const key = values.values[at]! * width + values.values[at + 1]!
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const officeOf = new Int32Array(columns.people.size).fill(-1)
  for (const [key, count] of counts) {
    const person = Math.floor(key / width)
    if (count === articles[person] && officeOf[person] === -1) officeOf[person] = key % width
  }
  return { officeOf, isNamed }
}

/** Live ordinals sorted by a day each, by the number of articles of each day; those of one day keep their order. */
function sortByDay(live: Int32Array, days: Int32Array, first: number, last: number): Int32Array {
  // One place for each day and, in front, one for no day at all.
  const starts = new Int32Array(last - first + 3)
  const placeOf = (ordinal: number): number => (days[ordinal] === NO_DAY ? 0 : days[ordinal]! - first + 1)
  for (const ordinal of live) starts[placeOf(ordinal) + 1]!++
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!
  const sorted = new Int32Array(live.length)
  for (const ordinal of live) sorted[starts[placeOf(ordinal)]!++] = ordinal
  return sorted
}

/** Articles that are sorted by day with the days the other way round, those of one day in their order. */
function withDaysReversed(sorted: Int32Array, days: Int32Array): Int32Array {
  const reversed = new Int32Array(sorted.length)
  let to = 0
  for (let end = sorted.length; end > 0;) {
    let start = end - 1
    while (start > 0 && days[sorted[start - 1]!] === days[sorted[start]!]) start--
    reversed.set(sorted.subarray(start, end), to)
    to += end - start
    end = start
  }
  return reversed
}

/** Articles of which the newest come first and the undated last, the oldest first. */
function oldestFirst(newest: Int32Array, days: Int32Array): Int32Array {
  const undated = newest.findIndex((ordinal) => days[ordinal] === NO_DAY)
  const split = undated === -1 ? newest.length : undated
  const oldest = newest.slice()
  oldest.set(withDaysReversed(newest.subarray(0, split), days))
  return oldest
}

/** The order of the archive's articles in time, its extent, and its people's offices. */
export function archiveOrder(columns: ArticleColumns): ArchiveOrder {
  const live = new Int32Array(columns.live)
  const days = columns.dayFirst.values
  let count = 0
  let [first, last, firstKnown, lastKnown] = [Infinity, -Infinity, Infinity, -Infinity]
  let [firstDay, lastDay] = [Infinity, -Infinity]
  for (let ordinal = 0; ordinal < columns.rows; ordinal++) {
    if (columns.isLive.values[ordinal] === 0) continue
    live[count++] = ordinal
    const day = days[ordinal]!
    if (day === NO_DAY) continue
    firstDay = Math.min(firstDay, day)
    lastDay = Math.max(lastDay, day)
    const month = columns.monthOf(ordinal)
    first = Math.min(first, month)
    last = Math.max(last, month)
    if (columns.isKnownToMonth(ordinal)) {
      firstKnown = Math.min(firstKnown, month)
      lastKnown = Math.max(lastKnown, month)
    }
  }
  const isDated = firstDay <= lastDay
  // The undated come first of all when sorted, and so last of all the other way round.
  const newest = withDaysReversed(sortByDay(live, days, isDated ? firstDay : 0, isDated ? lastDay : 0), days)
  const placeInNewest = new Int32Array(columns.rows)
  newest.forEach((ordinal, place) => (placeInNewest[ordinal] = place))
  const dated = monthSpan(first, last)
  let oldest: Int32Array | null = null
  let counts: ArticleCounts | null = null
  return {
    live,
    newest,
    oldest: () => (oldest ??= oldestFirst(newest, days)),
    placeInNewest,
    dated,
    months: monthSpan(firstKnown, lastKnown),
    ...peopleOf(columns),
    counts: () => (counts ??= countArticles(columns, dated, live)),
  }
}
