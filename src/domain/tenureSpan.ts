import { dateOfDayNumber } from './partialDate'
import type { DaySpan, Tenure } from './tenure'

/** Where a tenure begins or ends, and by what that is known. */
export interface TenureEnd {
  /** `YYYY-MM-DD` of the report. */
  readonly date: string
  /** Whether the appointment or the end itself was reported, not only somebody in office. */
  readonly isReported: boolean
}

/** The beginning and the end of a tenure as a table of holders has them; `null` where there is no dated report. */
export interface TenureSpan {
  readonly from: TenureEnd | null
  /** `null` where it is that of the only report. */
  readonly to: TenureEnd | null
}

function reported(day: number | undefined): TenureEnd | null {
  return day === undefined ? null : { date: dateOfDayNumber(day), isReported: true }
}

function seen(day: number | undefined): TenureEnd | null {
  return day === undefined ? null : { date: dateOfDayNumber(day), isReported: false }
}

/**
 * From when to when somebody held an office: by the appointment, if no earlier report shows them in office, and by the
 * last report of the end, if no later one does; else by the first and the last report in office. Several terms are one
 * span; its gaps are told beside it.
 */
export function tenureSpan({ held, appointed, removed }: Tenure): TenureSpan {
  const first = held[0]
  const last = held.at(-1)
  const begun = appointed[0]
  const ended = removed.at(-1)
  const from = begun !== undefined && (first === undefined || begun <= first) ? reported(begun) : seen(first)
  if (ended !== undefined && (last === undefined || ended >= last)) return { from, to: reported(ended) }
  return { from, to: last === undefined || last === first ? null : seen(last) }
}

/** The first and the last day of all reports of some tenures, or `null` without any. */
export function tenuresExtent(tenures: readonly Tenure[]): DaySpan | null {
  let first = Infinity
  let last = -Infinity
  for (const { held, appointed, removed, apart } of tenures) {
    for (const days of [held, appointed, removed, apart]) {
      if (days.length === 0) continue
      first = Math.min(first, days[0]!)
      last = Math.max(last, days.at(-1)!)
    }
  }
  return first <= last ? [first, last] : null
}
