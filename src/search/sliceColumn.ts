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

  /** Whether an article has any of some numbers. */
  hasAny(ordinal: number, wanted: ReadonlySet<number>): boolean {
    const end = this.starts.values[ordinal + 1]!
    for (let at = this.starts.values[ordinal]!; at < end; at++) {
      if (wanted.has(this.values.values[at]!)) return true
    }
    return false
  }

  /** Whether an article has any number whose flag is 1: sooner told for very many articles. */
  hasFlagged(ordinal: number, flags: Uint8Array): boolean {
    const end = this.starts.values[ordinal + 1]!
    for (let at = this.starts.values[ordinal]!; at < end; at++) {
      if (flags[this.values.values[at]!] === 1) return true
    }
    return false
  }

  /** In how many of some articles each number from 0 up to `size` stands. */
  countIn(ordinals: Int32Array, size: number): Uint32Array {
    const counts = new Uint32Array(size)
    for (const ordinal of ordinals) {
      const end = this.starts.values[ordinal + 1]!
      for (let at = this.starts.values[ordinal]!; at < end; at++) {
        const number = this.values.values[at]!
        counts[number] = counts[number]! + 1
      }
    }
    return counts
  }

  /** Adds the numbers of the next articles, which stand in rows of their own; each is made from theirs and its place in its row. */
  append(rows: SliceColumnSnapshot, numberOf: (number: number, place: number) => number): void {
    const shift = this.values.length
    const [first = 0] = rows.starts
    let row = 0
    this.values.append(rows.values.length - first, (place) => {
      const at = first + place
      while (rows.starts[row + 1]! <= at) row++
      return numberOf(rows.values[at]!, at - rows.starts[row]!)
    })
    this.starts.append(rows.starts.length - 1, (place) => shift + rows.starts[place + 1]! - first)
  }

  snapshot(): SliceColumnSnapshot {
    return { starts: this.starts.copy(), values: this.values.copy() }
  }
}
