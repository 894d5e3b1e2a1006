/** A source of chance that gives the same numbers for the same seed. */
export interface SeededRandom {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** An integer from 0 up to, not including, `end`; `end` is at least 1. */
  below(end: number): number
  /** One of the values, which are not none. */
  pick<Value>(values: readonly Value[]): Value
}

/** Chance from a seed: mulberry32 (Tommy Ettinger, public domain). Seeds that differ by one give unrelated numbers. */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed | 0, 0x9e3779b1) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return { next, below, pick: (values) => values[below(values.length)]! }
}

/**
 * Picks among values as words are met in a text: the value of rank r with a weight of 1 / (r + 2.7), after Zipf and
 * Mandelbrot. The values are not none.
 */
export function zipfPicker<Value>(values: readonly Value[]): (random: SeededRandom) => Value {
  let sum = 0
  const sums = values.map((_, place) => (sum += 1 / (place + 1 + 2.7)))
  return (random) => {
    const wanted = random.next() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return values[low]!
  }
}
