import { integerColumn, type IntegerColumn } from './growableColumn'

/** Plain form of a {@link SliceColumn}, for storing. */
export interface SliceColumnSnapshot {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** The starts of columns in which no article has a number: zeros, one for all of them, as many as the longest needs. */
const NO_STARTS = integerColumn(Int32Array.of(0))

/** Several numbers for each article: all in one row, with the place where each article's begin (CSR). */
export class SliceColumn {
  readonly values: IntegerColumn = integerColumn()
  /** Kept only once there is a number. */
  readonly #starts: IntegerColumn = integerColumn(Int32Array.of(0))
  /** Articles in front of all that have a number. */
  #without = 0

  /** Where the numbers of each article begin, and behind them where the next article's will. */
  get starts(): IntegerColumn {
    return this.values.length === 0 ? NO_STARTS : this.#starts
  }

  /** Adds the numbers of the next article; there may be none. */
  push(numbers: readonly number[]): void {
    this.#beginRows(1, numbers.length)
    for (const number of numbers) this.values.push(number)
    if (this.values.length > 0) this.#starts.push(this.values.length)
  }

  /** Makes room for articles with some numbers in all. */
  #beginRows(articles: number, numbers: number): void {
    if (this.values.length > 0) return
    if (numbers === 0) {
      this.#without += articles
      const missing = this.#without + 1 - NO_STARTS.length
      if (missing > 0) NO_STARTS.append(missing, () => 0)
    } else this.#starts.append(this.#without, () => 0)
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
    const articles = rows.starts.length - 1
    const [first = 0] = rows.starts
    this.#beginRows(articles, rows.values.length - first)
    let row = 0
    this.values.append(rows.values.length - first, (place) => {
      const at = first + place
      while (rows.starts[row + 1]! <= at) row++
      return numberOf(rows.values[at]!, at - rows.starts[row]!)
    })
    if (this.values.length > 0)
      this.#starts.append(articles, (place) => shift + rows.starts[place + 1]! - first)
  }

  snapshot(): SliceColumnSnapshot {
    const starts = this.values.length === 0 ? new Int32Array(this.#without + 1) : this.#starts.copy()
    return { starts, values: this.values.copy() }
  }
}
