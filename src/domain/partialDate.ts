import type { PartialDate } from './article'

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days in a month of the Gregorian calendar; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 of a day in the proleptic Gregorian calendar (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”). */
export function dayNumber(year: number, month: number, day: number): number {
  const beforeYear = year - 1
  const days =
    beforeYear * 365 +
    Math.floor(beforeYear / 4) -
    Math.floor(beforeYear / 100) +
    Math.floor(beforeYear / 400)
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return days + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 719163
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The date of a day number, `YYYY-MM-DD`: the inverse of {@link dayNumber}. */
export function dateOfDayNumber(day: number): PartialDate {
  const date = new Date(day * 86_400_000)
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`
}

/** A date written in digits as year, month and day; a month or day that is absent is `null`. `null` when it is no date of the calendar. */
export function splitPartialDate(
  date: string,
): { readonly year: number; readonly month: number | null; readonly day: number | null } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (match === null) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (year === 0) return null
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return null
  return { year, month, day }
}

/** Whether a string is a date of the calendar in the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isPartialDate(date: string): date is PartialDate {
  return splitPartialDate(date) !== null
}

/** The first and the last day, as day numbers, that a partial date may mean. `null` when it is no date. */
export function daySpan(date: string): { readonly first: number; readonly last: number } | null {
  const parts = splitPartialDate(date)
  if (parts === null) return null
  const { year, month, day } = parts
  if (month === null) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  if (day === null) {
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
  }
  const number = dayNumber(year, month, day)
  return { first: number, last: number }
}

/**
 * A date in one of the notations people type (2012-07-01, 2012/7/1, 2012.7.1, 20120701, 2012年7月1日, 2012年7月, 2012),
 * as a partial date. `null` when it is none of them or no date of the calendar.
 */
export function parseDateNotation(text: string): PartialDate | null {
  const plain = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?|年)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return null
  const parts = [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].filter(
    (part) => part !== undefined,
  )
  const date = parts.join('-')
  return isPartialDate(date) ? date : null
}

/**
 * A moment such as `2012-07-02T09:17`, `2012-07-02 09:17:30` or `2012-07-02T01:17Z`, in Beijing time to the minute.
 * `null` when it has no time or is no moment of the calendar.
 */
export function parsePosting(text: string): string | null {
  const match =
    /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[T\s]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.normalize('NFKC').trim(),
    )
  if (match === null) return null
  const date = parseDateNotation(match[1] ?? '')
  const hour = Number(match[2])
  const minute = Number(match[3])
  if (date === null || date.length !== 10 || hour > 23 || minute > 59) return null
  const written = `${date}T${pad(hour, 2)}:${pad(minute, 2)}`
  const offset = match[4]
  if (offset === undefined) return written
  const colon = /^([+-]\d{2})(\d{2})$/.exec(offset)
  const moment = Date.parse(`${written}:00${colon === null ? offset : `${colon[1] ?? ''}:${colon[2] ?? ''}`}`)
  if (Number.isNaN(moment)) return null
  const inBeijing = new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16)
  return isPartialDate(inBeijing.slice(0, 10)) ? inBeijing : null
}
