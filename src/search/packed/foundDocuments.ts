import { compileQuery } from './compileQuery'
import type { CompiledNode } from './compiledQuery'
import { PackedError } from './packedError'
import type { PackedQuery } from './packedQuery'
import { DEFAULT_BM25, type QueriedIndex } from './queriedIndex'
import { QueryMatcher } from './queryMatcher'
import { QueryScorer } from './queryScorer'
import type { ScoringContext } from './scoredList'
import { placeFrom } from './sortedDocuments'
import { TopHits } from './topHits'

/** What a field's terms are worth, by the name of the field; 1 by default. */
export type FieldBoosts = Readonly<Record<string, number>>

/** Some of the documents with their scores. */
export interface ScoredDocuments {
  /** Which of those that were asked for, rising: their places among them. */
  readonly places: Int32Array
  /** Their scores, in this order. */
  readonly scores: Float64Array
}

/**
 * All documents that a query finds, as rising ordinals, and on demand their scores. Neither an id nor an object is made
 * for any of them. It holds as long as the index is not changed.
 */
export class FoundDocuments {
  /** The documents, rising. */
  readonly ordinals: Int32Array
  readonly #index: QueriedIndex
  readonly #root: CompiledNode
  readonly #termCount: number
  readonly #matchers: readonly QueryMatcher[]
  /** By segment its own documents. */
  readonly #matched: readonly Int32Array[]

  /** Throws as `PackedMiniSearch.query` does; `near` is not among the queries that it takes. */
  constructor(query: PackedQuery, index: QueriedIndex) {
    const { root, termCount } = compileQuery(query, index.segments, index.fields)
    this.#index = index
    this.#root = root
    this.#termCount = termCount
    this.#matchers = index.segments.map((segment, number) => new QueryMatcher(segment, number, noParagraphs))
    this.#matched = this.#matchers.map((matcher) => matcher.match(root))
    const ordinals = new Int32Array(this.#matched.reduce((sum, documents) => sum + documents.length, 0))
    let at = 0
    this.#matched.forEach((documents, number) => {
      const base = index.ordinalOf(number, 0)
      for (let i = 0; i < documents.length; i++) ordinals[at++] = base + documents[i]!
    })
    this.ordinals = ordinals
  }

  /**
   * The scores of some of the documents, in their order, as `search` has them.
   *
   * @param ordinals rising, of {@link FoundDocuments.ordinals} only
   */
  scoresOf(ordinals: Int32Array, boosts: FieldBoosts = {}): Float64Array {
    const scores = new Float64Array(ordinals.length)
    this.#forEachSegment(ordinals, boosts, (scorer, documents, from) => {
      scores.set(scorer.score(documents), from)
    })
    return scores
  }

  /**
   * At least those of some documents that have the `count` greatest scores, each multiplied by its weight; of equal ones
   * all. The scores are as {@link FoundDocuments.scoresOf} has them, without the weights.
   *
   * @param ordinals rising, of {@link FoundDocuments.ordinals} only
   * @param weights in the order of the ordinals, each at least 1
   */
  bestOf(ordinals: Int32Array, boosts: FieldBoosts, count: number, weights: Float64Array): ScoredDocuments {
    const places: number[] = []
    const scores: number[] = []
    const best = new TopHits(Math.min(count, ordinals.length))
    this.#forEachSegment(ordinals, boosts, (scorer, documents, from) => {
      const chosen = scorer.choose(documents, {
        count,
        floor: best.leastKey,
        weights: weights.subarray(from, from + documents.length),
      })
      const own = scorer.score(chosen)
      let place = 0
      chosen.forEach((document, i) => {
        place = placeFrom(documents, document, place, documents.length)
        places.push(from + place)
        scores.push(own[i]!)
        best.add(own[i]! * weights[from + place]!, ordinals[from + place]!)
      })
    })
    return { places: Int32Array.from(places), scores: Float64Array.from(scores) }
  }

  /** Visits the segments with their documents among the ordinals, which begin there at `from`. */
  #forEachSegment(
    ordinals: Int32Array,
    boosts: FieldBoosts,
    visit: (scorer: QueryScorer, documents: Int32Array, from: number) => void,
  ): void {
    const { segments, fields, documentCount, averageFieldLengths, ordinalOf } = this.#index
    const context: ScoringContext = {
      documentCount,
      averageFieldLengths,
      boosts: fields.map((field) => boosts[field] ?? 1),
      bm25: DEFAULT_BM25,
    }
    let from = 0
    segments.forEach((segment, number) => {
      const base = ordinalOf(number, 0)
      const end = base + segment.meta.documents
      const to = placeFrom(ordinals, end, from, ordinals.length)
      if (to === from) return
      const matched = this.#matched[number]!
      const documents =
        matched.length === to - from ? matched : ordinals.subarray(from, to).map((ordinal) => ordinal - base)
      const matcher = this.#matchers[number]!
      visit(new QueryScorer(segment, number, matcher, context, this.#root, this.#termCount), documents, from)
      from = to
    })
  }
}

function noParagraphs(): never {
  throw new PackedError('conflicting-options', '"near" is not found here')
}
