/** How many articles have which value, by the values' numbers; those that any has are known without a walk over all. */
export class ValueCounts {
  readonly #counts: Uint32Array
  readonly #met: number[] = []

  /** @param size numbers from 0 up to this can be counted */
  constructor(size: number) {
    this.#counts = new Uint32Array(size)
  }

  /** Counts a value; −1 is none. */
  add(number: number): void {
    if (number < 0) return
    const count = this.#counts[number]!
    if (count === 0) this.#met.push(number)
    this.#counts[number] = count + 1
  }

  of(number: number): number {
    return this.#counts[number] ?? 0
  }

  /** The numbers that were counted at least once, in the order in which they were met. */
  get met(): readonly number[] {
    return this.#met
  }

  /** The least count that any of the `limit` most frequent values has, of those that are `wanted`: what lies below need not be sorted. */
  leastAmong(limit: number, isWanted: (number: number) => boolean): number {
    let most = 0
    for (const number of this.#met) most = Math.max(most, this.#counts[number]!)
    const having = new Uint32Array(most + 1)
    for (const number of this.#met) {
      if (!isWanted(number)) continue
      const count = this.#counts[number]!
      having[count] = having[count]! + 1
    }
    let above = 0
    for (let count = most; count > 1; count--) {
      above += having[count]!
      if (above >= limit) return count
    }
    return 1
  }
}
