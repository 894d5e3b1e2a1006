import type { CompiledNode, LeafNode } from './compiledQuery'
import type { PostingsList } from './postingsList'
import type { QueryMatcher } from './queryMatcher'
import type { QueryTerm } from './queryTerm'
import type { Segment } from './segment'
import { intersectDocuments } from './sortedDocuments'

/** From this many terms on, each list is walked instead of looking every document up in it. */
const MANY_TERMS = 8

/** What a score depends on beside the postings. */
export interface ScoringContext {
  readonly documentCount: number
  readonly averageFieldLengths: readonly number[]
  /** By field number. */
  readonly boosts: readonly number[]
  readonly bm25: { readonly k: number; readonly b: number; readonly d: number }
}

/**
 * Scores documents as MiniSearch does: BM25+ summed over terms and fields, times the number of distinct terms of the
 * query that the document was found by. A leaf counts for a document if all that encloses it matched there, too.
 */
export class QueryScorer {
  private readonly segment: Segment
  private readonly index: number
  private readonly matcher: QueryMatcher
  private readonly context: ScoringContext
  private readonly documents: Int32Array
  private readonly scores: Float64Array
  /** Per document and 32 terms: which of them it was found by. */
  private readonly found: Uint32Array[]
  private readonly positions: Int32Array
  private slots: Int32Array | undefined

  constructor(
    segment: Segment,
    index: number,
    matcher: QueryMatcher,
    context: ScoringContext,
    documents: Int32Array,
    termCount: number,
  ) {
    this.segment = segment
    this.index = index
    this.matcher = matcher
    this.context = context
    this.documents = documents
    this.scores = new Float64Array(documents.length)
    this.positions = new Int32Array(documents.length)
    this.found = Array.from({ length: Math.ceil(termCount / 32) }, () => new Uint32Array(documents.length))
  }

  /** The scores of the documents, in their order; `root` is what they matched. */
  score(root: CompiledNode): Float64Array {
    this.add(root, this.documents)
    const isScored = this.found.length > 0
    for (let i = 0; i < this.scores.length; i++) {
      let quality = 0
      for (const words of this.found) quality += bitCount(words[i]!)
      this.scores[i]! *= quality
      if (!isScored || quality === 0) this.scores[i] = 1
    }
    return this.scores
  }

  private add(node: CompiledNode, documents: Int32Array): void {
    switch (node.kind) {
      case 'all':
      case 'not':
        return
      case 'and':
        for (const child of node.children) this.add(child, documents)
        return
      case 'or':
        for (const child of node.children)
          this.add(child, this.shared(this.matcher.matchedBy(child), documents))
        return
      case 'near':
        this.addLeaf(node.left, documents)
        this.addLeaf(node.right, documents)
        return
      default:
        this.addLeaf(node, documents)
    }
  }

  private shared(matched: Int32Array, documents: Int32Array): Int32Array {
    return matched.length === documents.length && matched === documents
      ? documents
      : intersectDocuments(matched, documents)
  }

  private addLeaf(leaf: LeafNode, documents: Int32Array): void {
    if (documents.length === 0) return
    const slots = documents === this.documents ? undefined : this.slotsOf(documents)
    for (const bit of leaf.bits) {
      const words = this.found[bit >>> 5]!
      for (let i = 0; i < documents.length; i++)
        words[slots === undefined ? i : slots[i]!]! |= 1 << (bit & 31)
    }
    const terms = leaf.kind === 'run' ? leaf.pairs.map((term) => ({ term, weight: 1 })) : leaf.terms
    for (const field of leaf.fields) {
      for (const { term, weight } of terms) {
        const list = term.list(this.index, field)
        if (list === undefined) continue
        if (terms.length < MANY_TERMS || leaf.kind === 'run')
          this.addLocated(list, term, field, weight, documents, slots)
        else this.addWalked(list, term, field, weight, documents, slots)
      }
    }
  }

  /** Looks every document up in the list. */
  private addLocated(
    list: PostingsList,
    term: QueryTerm,
    field: number,
    weight: number,
    documents: Int32Array,
    slots: Int32Array | undefined,
  ): void {
    const { scores, positions } = this
    const { frequencies } = list
    const { factor, d, k1, norms } = this.prepare(term, field, weight)
    const lengths = this.segment.storedLengths[field]!
    list.locate(documents, documents.length, positions)
    for (let i = 0; i < documents.length; i++) {
      const position = positions[i]!
      if (position < 0) continue
      const frequency = frequencies[position]!
      const slot = slots === undefined ? i : slots[i]!
      scores[slot]! += factor * (d + (frequency * k1) / (frequency + norms[lengths[documents[i]!]!]!))
    }
  }

  /** Walks the list and looks its documents up among the wanted ones. */
  private addWalked(
    list: PostingsList,
    term: QueryTerm,
    field: number,
    weight: number,
    documents: Int32Array,
    slots: Int32Array | undefined,
  ): void {
    const { scores } = this
    const { factor, d, k1, norms } = this.prepare(term, field, weight)
    const lengths = this.segment.storedLengths[field]!
    const slotOf = this.slotByDocument(documents, slots)
    const { documents: listed, frequencies, count } = list.decodeAll()
    for (let i = 0; i < count; i++) {
      const slot = slotOf[listed[i]!]! - 1
      if (slot < 0) continue
      const frequency = frequencies[i]!
      scores[slot]! += factor * (d + (frequency * k1) / (frequency + norms[lengths[listed[i]!]!]!))
    }
  }

  private prepare(term: QueryTerm, field: number, weight: number): ScoreFactors {
    const { documentCount, averageFieldLengths, boosts, bm25 } = this.context
    const { k, b, d } = bm25
    const matching = term.documentFrequency(field)
    const rarity = Math.log(1 + (documentCount - matching + 0.5) / (matching + 0.5))
    return {
      factor: weight * boosts[field]! * rarity,
      d,
      k1: k + 1,
      norms: lengthNorms(this.segment.greatestStoredLength(field), k, b, averageFieldLengths[field]!),
    }
  }

  private slotsOf(documents: Int32Array): Int32Array {
    const slots = new Int32Array(documents.length)
    let slot = 0
    for (let i = 0; i < documents.length; i++) {
      while (this.documents[slot] !== documents[i]) slot++
      slots[i] = slot
    }
    return slots
  }

  private walkedDocuments: Int32Array | undefined

  /** By document: its slot plus one, or 0. */
  private slotByDocument(documents: Int32Array, slots: Int32Array | undefined): Int32Array {
    if (this.slots !== undefined && this.walkedDocuments === documents) return this.slots
    const byDocument = new Int32Array(this.segment.meta.documents)
    for (let i = 0; i < documents.length; i++)
      byDocument[documents[i]!] = (slots === undefined ? i : slots[i]!) + 1
    this.slots = byDocument
    this.walkedDocuments = documents
    return byDocument
  }
}

interface ScoreFactors {
  readonly factor: number
  readonly d: number
  readonly k1: number
  /** By stored length: k (1 − b + b · length / average). */
  readonly norms: Float64Array
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

function bitCount(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}
