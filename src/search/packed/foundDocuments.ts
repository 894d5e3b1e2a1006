import { compileQuery } from './compileQuery'
import type { CompiledNode } from './compiledQuery'
import { PackedError } from './packedError'
import type { PackedQuery } from './packedQuery'
import { DEFAULT_BM25, type QueriedIndex } from './queriedIndex'
import { QueryMatcher } from './queryMatcher'
import { QueryScorer } from './queryScorer'

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

  /** Throws as `PackedMiniSearch.query` does; `near` is not among the queries that it takes. */
  constructor(query: PackedQuery, index: QueriedIndex) {
    const { root, termCount } = compileQuery(query, index.segments, index.fields)
    this.#index = index
    this.#root = root
    this.#termCount = termCount
    this.#matchers = index.segments.map((segment, number) => new QueryMatcher(segment, number, noParagraphs))
    const matched = this.#matchers.map((matcher) => matcher.match(root))
    const ordinals = new Int32Array(matched.reduce((sum, documents) => sum + documents.length, 0))
    let at = 0
    matched.forEach((documents, number) => {
      const base = index.ordinalOf(number, 0)
      for (const document of documents) ordinals[at++] = base + document
    })
    this.ordinals = ordinals
  }

  /**
   * The scores of some of the documents, in their order, as `search` has them.
   *
   * @param ordinals rising, of {@link FoundDocuments.ordinals} only
   * @param boost per field, by default 1
   */
  scoresOf(ordinals: Int32Array, boost: Readonly<Record<string, number>> = {}): Float64Array {
    const { segments, fields, documentCount, averageFieldLengths, ordinalOf } = this.#index
    const context = {
      documentCount,
      averageFieldLengths,
      boosts: fields.map((field) => boost[field] ?? 1),
      bm25: DEFAULT_BM25,
    }
    const scores = new Float64Array(ordinals.length)
    let from = 0
    segments.forEach((segment, number) => {
      const base = ordinalOf(number, 0)
      const end = base + segment.meta.documents
      let to = from
      while (to < ordinals.length && ordinals[to]! < end) to++
      if (to === from) return
      const documents = ordinals.subarray(from, to).map((ordinal) => ordinal - base)
      const scorer = new QueryScorer(
        segment,
        number,
        this.#matchers[number]!,
        context,
        documents,
        this.#termCount,
      )
      scores.set(scorer.score(this.#root), from)
      from = to
    })
    return scores
  }
}

function noParagraphs(): never {
  throw new PackedError('conflicting-options', '"near" is not found here')
}
