import { dateOfDayNumber } from './partialDate'
import type { PersonOffice } from './peopleRecord'

/** What stands between several values of one cell. */
const SEPARATOR = '; '

function joined(days: readonly number[]): string {
  return [...new Set(days)].map(dateOfDayNumber).join(SEPARATOR)
}

/**
 * The offices of a person as rows of a table: office, first and last report, articles, appointments, ends, gaps, and the
 * reports that only look back.
 *
 * @param acting what stands before an office that was only stood in for
 */
export function tenureRows(offices: readonly PersonOffice[], acting: string): readonly (readonly string[])[] {
  return offices.map(({ office, isActing, articles, tenure: { held, appointed, removed, apart, gaps } }) => [
    isActing ? `${acting} ${office}` : office,
    joined(held.slice(0, 1)),
    joined(held.slice(-1)),
    String(articles),
    joined(appointed),
    joined(removed),
    gaps.map(([from, to]) => `${dateOfDayNumber(from)}/${dateOfDayNumber(to)}`).join(SEPARATOR),
    String(apart.length),
  ])
}
