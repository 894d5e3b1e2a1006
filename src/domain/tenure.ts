import { isHeldByOne } from './officeName'
import { OFFICE_SIGNS } from './officeSigns'

/** What one dated article says of a person and an office. */
export interface OfficeReport {
  /** The first day that the article's date may mean, as a day number. */
  readonly day: number
  /** Bits of `OFFICE_SIGNS`. */
  readonly signs: number
}

/** From one day to another, both included, as day numbers. */
export type DaySpan = readonly [from: number, to: number]

/** What dated articles tell of a person in an office. All lists rise. */
export interface Tenure {
  /** The days of articles that show the person in office, one for each article. */
  readonly held: readonly number[]
  /** The days of articles that report an appointment, or the end. */
  readonly appointed: readonly number[]
  readonly removed: readonly number[]
  /** The days of articles that name the office and date nothing: they look back, tell what is to come, or only list. */
  readonly apart: readonly number[]
  /** From an appointment that the archive reports to the end that it reports: only these are known from end to end. */
  readonly terms: readonly DaySpan[]
  /** Between two reports in office more than {@link LONGEST_SILENCE} days apart. */
  readonly gaps: readonly DaySpan[]
}

/** Days without a report after which it is said that there is none: a year. */
export const LONGEST_SILENCE = 366

/**
 * Whether an article shows a person in an office on its day. Being called by it does, an appointment does, a list behind
 * it does unless one alone can hold it; looking back, having been named for it, or leaving it does not.
 */
export function isInOffice(signs: number, office: string): boolean {
  if ((signs & OFFICE_SIGNS.other) !== 0) return false
  if ((signs & (OFFICE_SIGNS.held | OFFICE_SIGNS.appointed)) !== 0) return true
  return (signs & OFFICE_SIGNS.listed) !== 0 && !isHeldByOne(office)
}

/**
 * Terms that are known from end to end: each from the first report of an appointment to the first report of the end
 * after it. An appointment of somebody who was reported in office since the last end is a re-appointment and begins
 * nothing.
 */
function termsOf(
  held: readonly number[],
  appointed: readonly number[],
  removed: readonly number[],
): readonly DaySpan[] {
  const terms: DaySpan[] = []
  let ended = -Infinity
  for (const end of removed) {
    const since = ended
    const first = held.find((day) => day > since)
    const begun = appointed.find((day) => day > since && day <= end)
    if (begun !== undefined && first !== undefined && begun <= first) terms.push([begun, end])
    ended = end
  }
  return terms
}

function gapsOf(held: readonly number[]): readonly DaySpan[] {
  return held.flatMap((day, place) => {
    const former = held[place - 1]
    return former !== undefined && day - former > LONGEST_SILENCE ? [[former, day] as const] : []
  })
}

/**
 * What the articles about one person and one office tell, after the practice of gazetteers (《地方志书质量规定》, 任职表):
 * what is dated is the report. Without reports all lists are empty.
 *
 * @param reports in any order
 * @param office its name, by which it is known whether one alone holds it
 */
export function tenureOf(reports: readonly OfficeReport[], office: string): Tenure {
  const daysWith = (isWanted: (signs: number) => boolean): readonly number[] =>
    reports
      .filter(({ signs }) => isWanted(signs))
      .map(({ day }) => day)
      .sort((a, b) => a - b)
  const held = daysWith((signs) => isInOffice(signs, office))
  const appointed = daysWith((signs) => (signs & OFFICE_SIGNS.appointed) !== 0)
  const removed = daysWith((signs) => (signs & OFFICE_SIGNS.removed) !== 0)
  return {
    held,
    appointed,
    removed,
    apart: daysWith((signs) => !isInOffice(signs, office) && (signs & OFFICE_SIGNS.removed) === 0),
    terms: termsOf(held, appointed, removed),
    gaps: gapsOf(held),
  }
}
