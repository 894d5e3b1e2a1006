import type { LeafNode } from './compiledQuery'
import type { PostingsList } from './postingsList'
import type { QueryTerm } from './queryTerm'
import { scratchIntegers } from './scratchRoom'
import type { Segment } from './segment'

/** The impact of a posting that adds as much as one can. */
const MOST_IMPACT = 255
const placesRoom = scratchIntegers()

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
  const { averageFieldLengths, boosts, documentCount } = context
  const { k, b, d } = context.bm25
  const scored: ScoredList[] = []
  const add = (term: QueryTerm, weight: number, field: number): void => {
    const list = term.list(index, field)
    if (list === undefined) return
    scored.push({
      list,
      factor: weight * boosts[field]! * rarityOf(term, field, documentCount),
      d,
      k1: k + 1,
      norms: lengthNorms(segment.greatestStoredLength(field), k, b, averageFieldLengths[field] ?? NaN),
      lengths: segment.storedLengths[field]!,
    })
  }
  for (const field of leaf.fields) {
    if (leaf.kind === 'run') for (const term of leaf.pairs) add(term, 1, field)
    else for (const { term, weight } of leaf.terms) add(term, weight, field)
  }
  return scored
}

/**
 * Adds to the sums of the first `count` of `documents`, which rise, what a list adds to their scores at most. Returns by
 * how much each is too great at most.
 */
export function addImpacts(
  { list, factor, d, k1, norms, lengths }: ScoredList,
  documents: Int32Array,
  count: number,
  sums: Float64Array,
): number {
  const step = (factor * (d + k1)) / MOST_IMPACT
  const places = placesRoom.atLeast(count)
  list.locate(documents, count, places)
  const impacts = list.impactsBy(norms, d)
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    if (place < 0) continue
    let impact = impacts[place]!
    if (impact === 0) {
      const frequency = list.frequencyAt(place)
      const share = (d + (frequency * k1) / (frequency + norms[lengths[documents[i]!]!]!)) / (d + k1)
      impact = Math.min(MOST_IMPACT, Math.floor(share * MOST_IMPACT) + 1)
      impacts[place] = impact
    }
    sums[i]! += step * impact
  }
  return step
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
