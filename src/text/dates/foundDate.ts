import type { PartialDate } from '../../domain/article'

/** The notations in which dates are found. */
export const DATE_NOTATIONS = [
  /** 2012-07-02, 2012/7/2, 2012.07.02 */
  'numeric',
  /** 20120702, which is a date only beside a word that says so */
  'compact',
  /** 07-02, without its year */
  'month-day',
  /** 2012年7月2日, 二〇一二年七月, 七月一日 */
  'chinese',
  /** 民国二十五年三月五日 */
  'republic',
  /** Jul 2, 2012; 2 July 2012; Mon, 02 Jul 2012 09:17:00 GMT */
  'english',
] as const
export type DateNotation = (typeof DATE_NOTATIONS)[number]

/** A date as a text writes it. What the text does not say is `null`; nothing is filled in. */
export interface FoundDate {
  /** Where it stands in the text, in UTF-16 units, end exclusive; a time that follows belongs to it. */
  readonly start: number
  readonly end: number
  /** Where the date ends and its time (or weekday) begins; the same as `end` without one. */
  readonly dateEnd: number
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** In Beijing time where the text gives an offset, the date too. 24时 is no hour of its day and left `null`. */
  readonly hour: number | null
  readonly minute: number | null
  readonly notation: DateNotation
  /** `false` for a day, month or time that does not exist (2012-02-30): the figures are those of the text then. */
  readonly isPossible: boolean
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** A year, month and day as a partial date; a month without a day, a year without a month are fine. */
export function partialDateFrom(year: number, month: number | null, day: number | null): PartialDate {
  return [
    pad(year, 4),
    ...(month === null ? [] : [pad(month, 2), ...(day === null ? [] : [pad(day, 2)])]),
  ].join('-')
}

/** A found date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `null` when it has no year or cannot be. */
export function partialDateOf(found: FoundDate): PartialDate | null {
  return found.isPossible && found.year !== null ? partialDateFrom(found.year, found.month, found.day) : null
}

/** A found date as a posting: `YYYY-MM-DDTHH:mm` in Beijing time, the day alone without a time. `null` when it is no whole, possible day. */
export function momentOf(found: FoundDate): string | null {
  const date = partialDateOf(found)
  if (date === null || found.day === null) return null
  return found.hour === null ? date : `${date}T${pad(found.hour, 2)}:${pad(found.minute ?? 0, 2)}`
}
