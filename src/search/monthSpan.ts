/** From a first month to a last, both included, as year × 12 + month − 1, and the years that they lie in. */
export interface MonthSpan {
  readonly first: number
  readonly last: number
  readonly firstYear: number
  readonly lastYear: number
}

/** The span from one month to another; `null` when it would end before it begins. */
export function monthSpan(first: number, last: number): MonthSpan | null {
  if (first > last) return null
  return { first, last, firstYear: Math.floor(first / 12), lastYear: Math.floor(last / 12) }
}
