import type { ArchiveOrder } from './archiveOrder'

/** The results of a query in the order in which they are shown; as far as it is not asked for, it is not made. */
export interface OrderedResults {
  /** The ordinals of results `offset` to `offset + limit`. */
  slice(offset: number, limit: number): Int32Array
  /** The place of an article among the results, from 0; −1 for one that is none of them. */
  placeOf(ordinal: number): number
}

/** Results that are ranked at first; further ones are when they are asked for. */
const FIRST_RANKED = 256

/** Results in an order of the archive: `sorted` has all live ordinals in it, of `rows` in all. */
export function resultsInOrder(results: Int32Array, sorted: Int32Array, rows: number): OrderedResults {
  if (results.length === sorted.length) {
    return {
      slice: (offset, limit) => sorted.subarray(offset, offset + limit),
      placeOf: (ordinal) => sorted.indexOf(ordinal),
    }
  }
  const isResult = new Uint8Array(rows)
  for (const ordinal of results) isResult[ordinal] = 1
  const ordered = new Int32Array(results.length)
  let count = 0
  let walked = 0
  /** Walks the archive's order until so many results are met, or all. */
  const order = (wanted: number): void => {
    while (count < wanted && count < ordered.length) {
      const ordinal = sorted[walked++]!
      if (isResult[ordinal] === 1) ordered[count++] = ordinal
    }
  }
  return {
    slice(offset, limit) {
      order(offset + limit)
      return ordered.subarray(offset, Math.min(count, offset + limit))
    },
    placeOf(ordinal) {
      if (isResult[ordinal] !== 1) return -1
      order(ordered.length)
      return ordered.indexOf(ordinal)
    },
  }
}

/** Results by their scores, the greatest first, those of one score the newest first. */
export function resultsByScore(
  results: Int32Array,
  scores: Float64Array,
  { placeInNewest }: ArchiveOrder,
): OrderedResults {
  const compare = (a: number, b: number): number =>
    scores[b]! - scores[a]! || placeInNewest[results[a]!]! - placeInNewest[results[b]!]!
  let ranked = new Int32Array(0)
  /** Ranks at least the first `count` results: sorts those that are not below the score that so many reach. */
  const rank = (count: number): void => {
    if (ranked.length >= Math.min(count, results.length)) return
    const least = count * 2 >= results.length ? -Infinity : scoreOfPlace(scores, count)
    const places: number[] = []
    for (let place = 0; place < scores.length; place++) if (scores[place]! >= least) places.push(place)
    ranked = Int32Array.from(places.sort(compare), (place) => results[place]!)
  }
  return {
    slice(offset, limit) {
      rank(Math.max(FIRST_RANKED, (offset + limit) * 2))
      return ranked.subarray(offset, offset + limit)
    },
    placeOf(ordinal) {
      const own = results.indexOf(ordinal)
      if (own === -1) return -1
      let before = 0
      for (let place = 0; place < results.length; place++) if (compare(place, own) < 0) before++
      return before
    },
  }
}

/** The score that at least `count` of the scores reach: the count-th greatest, found with a heap of so many. */
function scoreOfPlace(scores: Float64Array, count: number): number {
  // A heap whose first score is its least.
  const heap = scores.slice(0, count)
  const sink = (from: number): void => {
    let at = from
    for (;;) {
      const left = 2 * at + 1
      if (left >= count) return
      const least = left + 1 < count && heap[left + 1]! < heap[left]! ? left + 1 : left
      if (heap[at]! <= heap[least]!) return
      const held = heap[at]!
      heap[at] = heap[least]!
      heap[least] = held
      at = least
    }
  }
  for (let at = (count >>> 1) - 1; at >= 0; at--) sink(at)
  for (let place = count; place < scores.length; place++) {
    if (scores[place]! <= heap[0]!) continue
    heap[0] = scores[place]!
    sink(0)
  }
  return heap[0]!
}
