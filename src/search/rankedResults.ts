import type { ArchiveOrder } from './archiveOrder'
import type { ResultScores } from './relevance'

/** The results of a query in the order in which they are shown; as far as it is not asked for, it is not made. */
export interface OrderedResults {
  /** The ordinals of results `offset` to `offset + limit`. */
  slice(offset: number, limit: number): Int32Array
  /** The place of an article among the results, from 0; −1 for one that is none of them. */
  placeOf(ordinal: number): number
}

/** Results that are ranked at first; further ones are when they are asked for. */
const FIRST_RANKED = 100

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
  scored: ResultScores,
  { placeInNewest }: ArchiveOrder,
): OrderedResults {
  let ranked = new Int32Array(0)
  /** Ranks at least the first `count` results: of the best, which are found without the score of every result. */
  const rank = (count: number): void => {
    if (ranked.length >= Math.min(count, results.length)) return
    const { places, scores } = scored.best(count)
    const order = Array.from(places.keys()).sort(
      (a, b) =>
        scores[b]! - scores[a]! ||
        placeInNewest[results[places[a]!]!]! - placeInNewest[results[places[b]!]!]!,
    )
    const sure = places.length === results.length ? order : order.slice(0, count)
    ranked = Int32Array.from(sure, (at) => results[places[at]!]!)
  }
  return {
    slice(offset, limit) {
      rank(Math.max(FIRST_RANKED, (offset + limit) * 2))
      return ranked.subarray(offset, offset + limit)
    },
    placeOf(ordinal) {
      const own = results.indexOf(ordinal)
      if (own === -1) return -1
      const scores = scored.all()
      const compare = (a: number, b: number): number =>
        scores[b]! - scores[a]! || placeInNewest[results[a]!]! - placeInNewest[results[b]!]!
      let before = 0
      for (let place = 0; place < results.length; place++) if (compare(place, own) < 0) before++
      return before
    },
  }
}
