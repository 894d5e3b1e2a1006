import type { PartialDate } from '../../domain/article'
import { dateOfDayNumber, daySpan } from '../../domain/partialDate'

/** Characters of a date known to the day, the month or the year; their places here are the kinds below. */
const LENGTHS = [10, 7, 4] as const

/**
 * A date as one integer, for columns: four times the first day that it may mean, as a day number, plus 0 for a day, 1
 * for a month, 2 for a year. `null` when it is no date. Rising dates have rising integers.
 */
export function encodeEventDate(date: PartialDate): number | null {
  const span = daySpan(date)
  const kind = LENGTHS.findIndex((length) => length === date.length)
  return span === null || kind === -1 ? null : span.first * 4 + kind
}

/** First and last day that an encoded date may mean, as day numbers; `null` for what {@link encodeEventDate} never gives. */
export function eventDateSpan(encoded: number): { readonly first: number; readonly last: number } | null {
  const first = Math.floor(encoded / 4)
  const length = LENGTHS[encoded - first * 4]
  if (length === undefined) return null
  if (length === 10) return { first, last: first }
  const span = daySpan(dateOfDayNumber(first).slice(0, length))
  return span?.first === first ? span : null
}
