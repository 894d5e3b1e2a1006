import type { LeafNode } from './compiledQuery'
import type { PostingsList } from './postingsList'
import type { QueryTerm } from './queryTerm'
import type { Segment } from './segment'

/** What a score depends on beside the postings. */
export interface ScoringContext {
  readonly documentCount: number
  readonly averageFieldLengths: readonly number[]
  /** By field number. */
  readonly boosts: readonly number[]
  readonly bm25: { readonly k: number; readonly b: number; readonly d: number }
}

/**
 * A list and what BM25+ makes of its postings: one of frequency f in a field of stored length l adds
 * `factor` · (`d` + f · `k1` / (f + `norms[l]`)) to the score of its document.
 */
export interface ScoredList {
  readonly list: PostingsList
  readonly factor: number
  readonly d: number
  readonly k1: number
  /** By stored length: k (1 − b + b · length / average). */
  readonly norms: Float64Array
  /** The stored lengths of the field, by document. */
  readonly lengths: Uint8Array | Uint16Array | Uint32Array
}

/** The lists of a leaf in a segment, in the order in which MiniSearch adds them: field by field, term by term. */
export function scoredListsOf(
  leaf: LeafNode,
  segment: Segment,
  index: number,
  context: ScoringContext,
): ScoredList[] {
  const terms = leaf.kind === 'run' ? leaf.pairs.map((term) => ({ term, weight: 1 })) : leaf.terms
  const { k, b, d } = context.bm25
  return leaf.fields.flatMap((field) => {
    const norms = lengthNorms(
      segment.greatestStoredLength(field),
      k,
      b,
      context.averageFieldLengths[field] ?? NaN,
    )
    return terms.flatMap(({ term, weight }) => {
      const list = term.list(index, field)
      if (list === undefined) return []
      const factor = weight * context.boosts[field]! * rarityOf(term, field, context.documentCount)
      return [{ list, factor, d, k1: k + 1, norms, lengths: segment.storedLengths[field]! }]
    })
  })
}

function rarityOf(term: QueryTerm, field: number, documentCount: number): number {
  const matching = term.documentFrequency(field)
  return Math.log(1 + (documentCount - matching + 0.5) / (matching + 0.5))
}

interface CachedNorms {
  readonly k: number
  readonly b: number
  readonly average: number
  readonly norms: Float64Array
}

let recentNorms: CachedNorms[] = []

/** The part of the score that depends on the length, for all lengths up to the greatest; the last few are kept. */
function lengthNorms(greatestStored: number, k: number, b: number, average: number): Float64Array {
  const known = recentNorms.find(
    (cached) =>
      cached.k === k && cached.b === b && cached.average === average && cached.norms.length > greatestStored,
  )
  if (known !== undefined) return known.norms
  const norms = Float64Array.from(
    { length: greatestStored + 1 },
    (_, stored) => k * (1 - b + (b * (stored - 1)) / average),
  )
  recentNorms = [{ k, b, average, norms }, ...recentNorms.slice(0, 15)]
  return norms
}
