import type { IntegerColumn } from './growableColumn'
import { SliceColumn } from './sliceColumn'

/** How many articles have which value: counts by the values' numbers. */
export type ValueCounts = Uint32Array

/** Adds articles to the counts of a column's values; −1 is no value. */
export function countValues(
  counts: ValueCounts,
  column: IntegerColumn | SliceColumn,
  ordinals: Int32Array,
): void {
  if (column instanceof SliceColumn) countSlices(counts, column, ordinals)
  else countColumn(counts, column, ordinals)
}

function countColumn(counts: ValueCounts, { values }: IntegerColumn, ordinals: Int32Array): void {
  for (let at = 0; at < ordinals.length; at++) {
    const number = values[ordinals[at]!]!
    if (number >= 0) counts[number]!++
  }
}

function countSlices(counts: ValueCounts, column: SliceColumn, ordinals: Int32Array): void {
  if (column.values.length === 0) return
  const starts = column.starts.values
  const { values } = column.values
  for (let place = 0; place < ordinals.length; place++) {
    const ordinal = ordinals[place]!
    const end = starts[ordinal + 1]!
    for (let at = starts[ordinal]!; at < end; at++) counts[values[at]!]!++
  }
}

/** Counts without others, which are among them. */
export function countsWithout(counts: ValueCounts, others: ValueCounts): ValueCounts {
  return counts.map((count, number) => count - others[number]!)
}

/** The least count that any of the `limit` most frequent values has, of those that are `wanted`: what lies below need not be sorted. */
export function leastAmong(
  counts: ValueCounts,
  limit: number,
  isWanted: (number: number) => boolean,
): number {
  if (counts.length <= limit) return 1
  let most = 0
  for (let number = 0; number < counts.length; number++) most = Math.max(most, counts[number]!)
  const having = new Uint32Array(most + 1)
  for (let number = 0; number < counts.length; number++) {
    if (counts[number]! > 0 && isWanted(number)) having[counts[number]!]!++
  }
  let above = 0
  for (let count = most; count > 1; count--) {
    above += having[count]!
    if (above >= limit) return count
  }
  return 1
}

/**
 * Values in the order in which articles have them first.
 *
 * @param numbers of values that some of the articles have
 * @param lists the articles, list after list
 */
export function inOrderMet(
  numbers: readonly number[],
  { starts, values }: SliceColumn,
  lists: readonly Int32Array[],
): readonly number[] {
  const waiting = new Set(numbers)
  const met: number[] = []
  for (const ordinals of lists) {
    for (const ordinal of ordinals) {
      if (waiting.size === 0) return met
      const end = starts.values[ordinal + 1]!
      for (let at = starts.values[ordinal]!; at < end; at++) {
        const number = values.values[at]!
        if (waiting.delete(number)) met.push(number)
      }
    }
  }
  return met
}
