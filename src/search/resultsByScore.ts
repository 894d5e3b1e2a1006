import type { ArchiveOrder } from './archiveOrder'
import type { OrderedResults } from './rankedResults'
import type { ResultScores } from './relevance'

/** Results that are ranked at first; further ones are when they are asked for. */
const FIRST_RANKED = 100

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
