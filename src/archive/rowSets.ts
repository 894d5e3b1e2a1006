import type { RowSet } from '../search/parts/indexPart'

/** A new set of rows of a part: none of them. */
export function noRows(rows: number): RowSet {
  return new Uint8Array(Math.ceil(rows / 32) * 4)
}

/** Whether a row is in a set. */
export function hasRow(set: RowSet, row: number): boolean {
  return (set[row >>> 3]! & (1 << (row & 7))) !== 0
}

/** Puts a row into a set. */
export function addRow(set: RowSet, row: number): void {
  set[row >>> 3] = set[row >>> 3]! | (1 << (row & 7))
}

/** How many of the first `rows` rows are in a set. */
export function countRows(set: RowSet | null, rows: number): number {
  let count = 0
  if (set !== null) for (let row = 0; row < rows; row++) if (hasRow(set, row)) count += 1
  return count
}
