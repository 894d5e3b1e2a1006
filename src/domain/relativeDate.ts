import type { PartialDate } from './article'

/** A date that a text names only beside the day of its issue (昨天下午, 本月15日, 7月1日), and the date that it means. */
export interface RelativeDate {
  /** Number of the paragraph, from 0. */
  readonly paragraph: number
  /** Where it stands in the paragraph, in UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
  /** The characters as they stand there. */
  readonly text: string
  readonly date: PartialDate
}

/** What a date means beyond its words: of 7月1日 only the year, of all others the whole date. */
export function unsaidPart({ text, date }: RelativeDate): string {
  return /^[\d０-９一二三四五六七八九十元]+\s?月/u.test(text) ? date.slice(0, 4) : date
}
