import { articleDate, type Article } from '../../domain/article'
import { dateOfDayNumber, dayNumber, daysInMonth, splitPartialDate } from '../../domain/partialDate'
import { findDates } from './findDates'

/** What the day words of a text are reckoned from: a day, or only a month or a year. */
export interface DayReference {
  readonly year: number
  readonly month: number | null
  /** The day as a day number (days since 1970-01-01), or `null` when only the month or the year is known. */
  readonly day: number | null
}

/** What an article says about its own day. */
export type DatedArticle = Pick<Article, 'issueDate' | 'publishedAt' | 'dateline'>

/** How long before its issue a report may have been sent, in days. */
const OLDEST_DISPATCH = 31

/** A month and day without a year, or a day without a month, as a text writes them. */
export interface UndatedDay {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

/** The reference that a day number is. */
function referenceOn(day: number): DayReference {
  const date = dateOfDayNumber(day)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day }
}

function dayOf(year: number, month: number, day: number): number | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? dayNumber(year, month, day)
    : null
}

/**
 * The day on which a report was sent, from its dateline and the day of its issue: a day without a year is the nearest
 * to the issue (12月31日电 in an issue of 1 January is of the year before). `null` when it lies after the issue or
 * more than a month before it, where one of the two must be wrong, or when the issue's day is not known.
 */
export function dispatchDay(date: UndatedDay, issue: DayReference | null): DayReference | null {
  if (date.day === null) return null
  if (date.year !== null && date.month !== null) {
    const day = dayOf(date.year, date.month, date.day)
    return day === null ? null : referenceOn(day)
  }
  if (issue === null) return null
  if (issue.day === null) {
    const day =
      date.month !== null && date.month === issue.month ? dayOf(issue.year, date.month, date.day) : null
    return day === null ? null : referenceOn(day)
  }
  for (let day = issue.day + 1; day >= issue.day - OLDEST_DISPATCH; day--) {
    const written = dateOfDayNumber(day)
    const isThatDay = Number(written.slice(8)) === date.day
    if (isThatDay && (date.month === null || Number(written.slice(5, 7)) === date.month))
      return referenceOn(day)
  }
  return null
}

/**
 * What day words of an article are reckoned from where its text has no dateline: its dateline field, else its issue
 * date, else the day of its posting. `null` when it has none of them.
 */
export function referenceOf(article: DatedArticle): DayReference | null {
  const parts = splitPartialDate(articleDate(article) ?? '')
  const issue =
    parts === null
      ? null
      : {
          year: parts.year,
          month: parts.month,
          day: parts.day === null ? null : dayNumber(parts.year, parts.month ?? 1, parts.day),
        }
  const sent = findDates(article.dateline?.date ?? '')[0]
  return sent === undefined || sent.day === null || !sent.isPossible ? issue : dispatchDay(sent, issue)
}
