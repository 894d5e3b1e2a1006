import type { PartialDate } from './article'
import type { Card } from './card'
import type { ChronicleEntry } from './chronicleEntry'
import { splitPartialDate } from './partialDate'
import { comparePlaces } from './placeOrder'

/** An entry as a chronicle prints it. */
export interface PrintedEntry {
  readonly entry: ChronicleEntry
  /** What stands before its words: 7月1日, 同日, 是月, 是年; empty where nothing is known. */
  readonly dateWords: string
}

/** The entries of a year in their order; `null` for those whose year is not known, which come last. */
export interface ChronicleYear {
  readonly year: number | null
  readonly entries: readonly PrintedEntry[]
}

/** Behind the last month of a year, and the last day of a month, stands what is only known to lie in it. */
const MONTH_UNKNOWN = 13
const DAY_UNKNOWN = 32
const YEAR_UNKNOWN = 10_000

type DateKey = readonly [year: number, month: number, day: number]

function dateKey(date: PartialDate | null): DateKey {
  const parts = splitPartialDate(date ?? '')
  if (parts === null) return [YEAR_UNKNOWN, MONTH_UNKNOWN, DAY_UNKNOWN]
  return [parts.year, parts.month ?? MONTH_UNKNOWN, parts.day ?? DAY_UNKNOWN]
}

/**
 * Which of two days comes first in a chronicle: what is known only to the month stands behind the days of that month,
 * what is known only to the year behind its months, and what has no date at the end.
 */
export function compareEventDates(one: PartialDate | null, other: PartialDate | null): number {
  const [left, right] = [dateKey(one), dateKey(other)]
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/** Entries in the order of their events; of the same day in the order in which they were put. */
export function inOrderOfEvents(entries: readonly ChronicleEntry[]): readonly ChronicleEntry[] {
  return [...entries].sort(
    (one, other) => compareEventDates(one.date, other.date) || comparePlaces(one, other),
  )
}

/** The words for a day behind what was printed before it in the same year. */
function wordsFor(date: PartialDate, before: PartialDate | null): string {
  const parts = splitPartialDate(date)
  if (parts === null) return ''
  const { month, day } = parts
  if (month === null) return '是年'
  if (day === null) return before?.slice(0, 7) === date ? '是月' : `${month}月`
  return before === date ? '同日' : `${month}月${day}日`
}

/**
 * A chronicle by years, as local gazetteers print it: 7月1日, a further entry of the same day as 同日, what is only known
 * to the month as 是月 behind its days, what is only known to the year as 是年 at its end. Where a month has no entry
 * before, it is named.
 *
 * Source: 《地方志书质量规定》 (中国地方志指导小组, 2008) asks for 编年体 by year, month and day; 同日, 是月 and 是年 are the
 * usage of printed 大事记.
 */
export function chronicleYears(entries: readonly ChronicleEntry[]): readonly ChronicleYear[] {
  const years: { year: number | null; entries: PrintedEntry[] }[] = []
  let before: ChronicleEntry | null = null
  for (const entry of inOrderOfEvents(entries)) {
    const year = splitPartialDate(entry.date ?? '')?.year ?? null
    let current = years.at(-1)
    if (current === undefined || current.year !== year) {
      current = { year, entries: [] }
      years.push(current)
      before = null
    }
    const usual = entry.date === null ? '' : wordsFor(entry.date, before?.date ?? null)
    current.entries.push({ entry, dateWords: entry.dateWords === '' ? usual : entry.dateWords })
    before = entry
  }
  return years
}

/** The cards that an entry rests on, in its order; those that were deleted are left out. */
export function evidenceOf(entry: ChronicleEntry, cards: ReadonlyMap<string, Card>): readonly Card[] {
  return entry.cardIds.flatMap((id) => cards.get(id) ?? [])
}

/** The days that the evidence of an entry gives for its event, where they do not agree; none where they do. */
export function disputedDays(evidence: readonly Card[]): readonly PartialDate[] {
  const days = [...new Set(evidence.flatMap(({ eventDate }) => eventDate ?? []))].sort()
  // 2012-07 and 2012-07-01 say the same, one more exactly.
  const exact = days.filter((day) => !days.some((other) => other !== day && other.startsWith(`${day}-`)))
  return exact.length > 1 ? exact : []
}
