import type { PartialDate } from '../../domain/article'
import { dateOfDayNumber, dayNumber, daysInMonth } from '../../domain/partialDate'
import { readChineseNumber } from './chineseNumber'
import type { DayReference } from './dayReference'
import { partialDateFrom } from './foundDate'

type Groups = Readonly<Record<string, string | undefined>>

/** How far a month and day without a year may lie ahead of the reference where the clause does not speak of the future. */
const NEAR_AHEAD = 60
/** How far back over the new year a month and day without a year is read, in days. */
const OVER_NEW_YEAR = 62
/** So far from the reference within its own year, the neighbouring year is as likely. */
const OTHER_YEAR_LIKELY = 300
/** Days that a day without its month may follow the day last named. */
const DAYS_OF_A_TALE = 10

/** The day number of a day of the calendar, or `null`. */
export function dayOf(year: number, month: number, day: number): number | null {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? dayNumber(year, month, day) : null
}

/** Days since the Monday of its week. */
function daysSinceMonday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

const WEEKDAYS = '一二三四五六日'

function placeInWeek(weekday: string): number {
  return weekday === '天' ? 6 : WEEKDAYS.indexOf(weekday)
}

/** The day of 上周三, 本周五, 下周日; weeks begin on Monday. */
export function dayInWeek(week: string, weekday: string, reference: number): number {
  const weeks = week.startsWith('上上') ? -2 : week.startsWith('上') ? -1 : week.startsWith('下') ? 1 : 0
  return reference - daysSinceMonday(reference) + weeks * 7 + placeInWeek(weekday)
}

/** The day of a weekday alone: the reference itself, else the last one, or the next where the clause looks ahead. */
export function nearestWeekday(weekday: string, reference: number, isAhead: boolean): number {
  const days = placeInWeek(weekday) - daysSinceMonday(reference)
  if (days === 0) return reference
  return isAhead ? reference + ((days + 7) % 7) : reference - ((7 - days) % 7)
}

/** The date of 上月, 本月15日, 下月初; `null` where the reference has no month or the month no such day. */
export function dateInMonth(groups: Groups, reference: DayReference): PartialDate | null {
  if (reference.month === null) return null
  const word = groups['month'] ?? ''
  const months = word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0
  const month = reference.year * 12 + reference.month - 1 + months
  return dateFromWritten(Math.floor(month / 12), (month % 12) + 1, groups['dayOfMonth'])
}

/** The date of 去年, 今年3月, 去年12月31日, 明年初; `null` for a day that the calendar does not have. */
export function dateInYear(groups: Groups, reference: DayReference): PartialDate | null {
  const offsets: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 去: -1, 今: 0, 明: 1, 后: 2 }
  const year = reference.year + (offsets[groups['year'] ?? ''] ?? 0)
  const month = groups['monthOfYear'] === undefined ? null : readChineseNumber(groups['monthOfYear'])
  return month === null
    ? partialDateFrom(year, null, null)
    : dateFromWritten(year, month, groups['dayOfYear'])
}

function dateFromWritten(year: number, month: number, day: string | undefined): PartialDate | null {
  if (day === undefined) return partialDateFrom(year, month, null)
  const number = dayOf(year, month, readChineseNumber(day) ?? 0)
  return number === null ? null : dateOfDayNumber(number)
}

/**
 * The day of a month and day without a year. It is of the reference's year, but near the new year that is not sure: it
 * is of the year before where that lies close, of the next where the clause looks ahead, and else `null`.
 */
export function dayInNearestYear(
  month: number,
  day: number,
  reference: DayReference,
  isAhead: boolean,
): number | null {
  const same = dayOf(reference.year, month, day)
  if (reference.day === null || same === null) return same
  const ahead = same - reference.day
  if (ahead <= 0) {
    if (ahead >= -OTHER_YEAR_LIKELY) return same
    const next = dayOf(reference.year + 1, month, day)
    return isAhead && next !== null && next - reference.day <= NEAR_AHEAD ? next : null
  }
  if (ahead <= NEAR_AHEAD || (isAhead && ahead < OTHER_YEAR_LIKELY)) return same
  const before = dayOf(reference.year - 1, month, day)
  return !isAhead && before !== null && reference.day - before <= OVER_NEW_YEAR ? before : null
}

/**
 * The day of a day without its month: soon after the day that the paragraph named last, else of the reference's month,
 * or of the month before where that has only begun. `null` where it is not clear.
 */
export function dayInNearestMonth(
  day: number,
  reference: DayReference,
  lastNamed: number | null,
  isAhead: boolean,
): number | null {
  if (lastNamed !== null) {
    const [year, month] = dateOfDayNumber(lastNamed).split('-').map(Number) as [number, number]
    const following = dayOf(year, month, day)
    if (following !== null && following >= lastNamed && following - lastNamed <= DAYS_OF_A_TALE)
      return following
    if (year !== reference.year || month !== reference.month) return null
  }
  if (reference.day === null || reference.month === null) return null
  const same = dayOf(reference.year, reference.month, day)
  if (same !== null && (same <= reference.day || isAhead)) {
    return isAhead && reference.day - same > 20 ? null : same
  }
  const firstOfMonth = dayNumber(reference.year, reference.month, 1)
  const [year, month] = dateOfDayNumber(firstOfMonth - 1)
    .split('-')
    .map(Number) as [number, number]
  const before = dayOf(year, month, day)
  return before !== null && reference.day - before <= DAYS_OF_A_TALE + 2 ? before : null
}
