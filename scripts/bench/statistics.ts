/** The middle of some numbers, or of the two in the middle the mean; `null` of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The smallest of some numbers that at least this share of them does not exceed (nearest rank); `null` of none. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!
}

/** The arithmetic mean; `null` of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How near an answer comes to what is right, each from 0 to 1. */
export interface Exactness {
  /** Share of what is right that was found; 1 where there is nothing to find. */
  readonly recall: number
  /** Share of what was found that is right; where nothing was found, 1 if there is nothing to find or miss. */
  readonly precision: number
}

function exactness(common: number, found: number, expected: number): Exactness {
  return { recall: expected === 0 ? 1 : common / expected, precision: found === 0 ? 1 : common / found }
}

/** Compares ids that were found with those that are right. An id that is found twice is wrong the second time. */
export function exactnessOfIds(found: Iterable<number>, expected: Iterable<number>): Exactness {
  const wanted = new Set(expected)
  const count = wanted.size
  let common = 0
  let all = 0
  for (const id of found) {
    all++
    if (wanted.delete(id)) common++
  }
  return exactness(common, all, count)
}

/** Compares counts by value, such as those of a facet: what both have is common. */
export function exactnessOfCounts(
  found: ReadonlyMap<number, number>,
  expected: ReadonlyMap<number, number>,
): Exactness {
  const sum = (counts: ReadonlyMap<number, number>): number =>
    [...counts.values()].reduce((total, count) => total + count, 0)
  let common = 0
  for (const [value, count] of found) common += Math.min(count, expected.get(value) ?? 0)
  return exactness(common, sum(found), sum(expected))
}

/** Three significant digits, which is more than a shared machine can promise; `null` stays. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3))
}
