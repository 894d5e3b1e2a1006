import { NO_DAY, type ArticleColumns } from './articleColumns'

/** What is true of the archive as a whole, whatever is asked; made anew when it changes. */
export interface ArchiveOrder {
  /** Live ordinals, the newest first, undated ones last; articles of one day by id. */
  readonly newest: Uint32Array
  /** Live ordinals, the oldest first, undated ones last; articles of one day by id. */
  readonly oldest: Uint32Array
  /** The place of each ordinal in `newest`. */
  readonly placeInNewest: Uint32Array
  /** The years and, as year × 12 + month − 1, the first months that the dates may mean; `null` when nothing is dated. */
  readonly dated: MonthSpan | null
  /** The same of dates that are known to the month or the day. */
  readonly months: MonthSpan | null
  /** The number of the office that every article gives a person whom it names, or −1: one name may be several people. */
  readonly officeOf: Int32Array
}

/** From a first month to a last, both included, and the years that they lie in. */
export interface MonthSpan {
  readonly first: number
  readonly last: number
  readonly firstYear: number
  readonly lastYear: number
}

function monthSpan(first: number, last: number): MonthSpan | null {
  if (first > last) return null
  return { first, last, firstYear: Math.floor(first / 12), lastYear: Math.floor(last / 12) }
}

function compareIds(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

/** Of each person the office that all live articles give in which the name stands; of several the one first met. */
function agreedOffices(columns: ArticleColumns): Int32Array {
  const counts = new Map<number, number>()
  const articles = new Uint32Array(columns.people.size)
  const width = columns.offices.size
  const { starts, values } = columns.office
  const people = columns.person
  for (let ordinal = 0; ordinal < columns.rows; ordinal++) {
    if (columns.isLive.values[ordinal] === 0) continue
    for (let at = people.starts.values[ordinal]!; at < people.starts.values[ordinal + 1]!; at++) {
      const person = people.values.values[at]!
      articles[person] = articles[person]! + 1
    }
    for (let at = starts.values[ordinal]!; at < starts.values[ordinal + 1]!; at += 2) {
      const key = values.values[at]! * width + values.values[at + 1]!
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const officeOf = new Int32Array(columns.people.size).fill(-1)
  for (const [key, count] of counts) {
    const person = Math.floor(key / width)
    if (count === articles[person] && officeOf[person] === -1) officeOf[person] = key % width
  }
  return officeOf
}

/** The order of the archive's articles in time, its extent, and its people's offices. */
export function archiveOrder(columns: ArticleColumns): ArchiveOrder {
  const live: number[] = []
  let first = Infinity
  let last = -Infinity
  let firstKnown = Infinity
  let lastKnown = -Infinity
  for (let ordinal = 0; ordinal < columns.rows; ordinal++) {
    if (columns.isLive.values[ordinal] === 0) continue
    live.push(ordinal)
    const month = columns.month.values[ordinal]!
    if (month === NO_DAY) continue
    first = Math.min(first, month)
    last = Math.max(last, month)
    if (columns.isKnownToMonth(ordinal)) {
      firstKnown = Math.min(firstKnown, month)
      lastKnown = Math.max(lastKnown, month)
    }
  }
  const days = columns.dayFirst.values
  const byId = (a: number, b: number): number => compareIds(columns.ids[a], columns.ids[b])
  const newest = Uint32Array.from(live).sort((a, b) => days[b]! - days[a]! || byId(a, b))
  const undated = newest.findIndex((ordinal) => days[ordinal] === NO_DAY)
  const dated = undated === -1 ? newest.length : undated
  const oldest = newest.slice()
  oldest.subarray(0, dated).sort((a, b) => days[a]! - days[b]! || byId(a, b))
  const placeInNewest = new Uint32Array(columns.rows)
  newest.forEach((ordinal, place) => (placeInNewest[ordinal] = place))
  return {
    newest,
    oldest,
    placeInNewest,
    dated: monthSpan(first, last),
    months: monthSpan(firstKnown, lastKnown),
    officeOf: agreedOffices(columns),
  }
}
