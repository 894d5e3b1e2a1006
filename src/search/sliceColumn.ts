import { integerColumn, type IntegerColumn } from './growableColumn'

/** Plain form of a {@link SliceColumn}, for storing. */
export interface SliceColumnSnapshot {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** Several numbers for each article: all in one row, with the place where each article's begin (CSR). */
export class SliceColumn {
  /** Where the numbers of each article begin; the last entry is where the next article's will. */
  readonly starts: IntegerColumn
  readonly values: IntegerColumn

  constructor(snapshot?: SliceColumnSnapshot) {
    this.starts = integerColumn(snapshot?.starts ?? Int32Array.of(0))
    this.values = integerColumn(snapshot?.values)
  }

  /** Adds the numbers of the next article; there may be none. */
  push(numbers: readonly number[]): void {
    for (const number of numbers) this.values.push(number)
    this.starts.push(this.values.length)
  }

  snapshot(): SliceColumnSnapshot {
    return { starts: this.starts.copy(), values: this.values.copy() }
  }
}
