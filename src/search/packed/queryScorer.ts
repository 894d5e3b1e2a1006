import { bestCandidates, isFew, leavesOfAll, type Wanted } from './bestCandidates'
import type { CompiledNode, LeafNode } from './compiledQuery'
import type { QueryMatcher } from './queryMatcher'
import { scoredListsOf, type ScoredList, type ScoringContext } from './scoredList'
import { scratchIntegers } from './scratchRoom'
import type { Segment } from './segment'
import { intersectDocuments } from './sortedDocuments'

/** From this many terms on, each list is walked instead of looking every document up in it. */
const MANY_TERMS = 8
const NONE = new Int32Array(0)
const placesRoom = scratchIntegers()

/**
 * Scores documents as MiniSearch does: BM25+ summed over terms and fields, times the number of distinct terms of the
 * query that the document was found by. A leaf counts for a document if all that encloses it matched there, too.
 */
export class QueryScorer {
  private readonly segment: Segment
  private readonly index: number
  private readonly matcher: QueryMatcher
  private readonly context: ScoringContext
  private readonly root: CompiledNode
  private readonly leaves: readonly LeafNode[] | undefined
  private readonly lists = new Map<LeafNode, readonly ScoredList[]>()
  /** Per document this many times 32 bits, one a term: which of them it was found by. */
  private readonly words: number
  /** The number of distinct terms that every document was found by; undefined where that is not the same for all. */
  private readonly quality: number | undefined
  private documents: Int32Array = NONE
  private scores = new Float64Array(0)
  private found = new Uint32Array(0)
  private places: Int32Array = NONE
  private slots: Int32Array | undefined
  private walkedDocuments: Int32Array | undefined

  /** `root` is what the documents were matched by, and has `termCount` distinct terms. */
  constructor(
    segment: Segment,
    index: number,
    matcher: QueryMatcher,
    context: ScoringContext,
    root: CompiledNode,
    termCount: number,
  ) {
    this.segment = segment
    this.index = index
    this.matcher = matcher
    this.context = context
    this.root = root
    this.leaves = leavesOfAll(root)
    this.quality = this.leaves && new Set(this.leaves.flatMap(({ bits }) => bits)).size
    this.words = this.quality === undefined ? Math.ceil(termCount / 32) : 0
  }

  /**
   * Of documents, which rise and matched, at least those whose scores may be among the best; `wanted` counts in scores.
   * Where alternatives make that hard to tell, all of them.
   */
  choose(documents: Int32Array, wanted: Wanted): Int32Array {
    const { leaves, quality } = this
    if (leaves === undefined || quality === undefined || quality === 0) return documents
    if (isFew(documents.length, wanted.count)) return documents
    const lists = leaves.flatMap((leaf) => this.listsOf(leaf))
    return bestCandidates(documents, lists, { ...wanted, floor: wanted.floor / quality })
  }

  /** The scores of documents, which rise and matched, in their order. */
  score(documents: Int32Array): Float64Array {
    const { words } = this
    this.documents = documents
    this.scores = new Float64Array(documents.length)
    this.found = new Uint32Array(documents.length * words)
    this.places = placesRoom.atLeast(documents.length)
    this.slots = undefined
    this.walkedDocuments = undefined
    this.add(this.root, documents)
    const { scores, found } = this
    for (let i = 0; i < scores.length; i++) {
      let quality = this.quality ?? 0
      for (let at = i * words; at < (i + 1) * words; at++) quality += bitCount(found[at]!)
      scores[i] = quality === 0 ? 1 : scores[i]! * quality
    }
    return scores
  }

  private listsOf(leaf: LeafNode): readonly ScoredList[] {
    let lists = this.lists.get(leaf)
    if (lists === undefined) {
      lists = scoredListsOf(leaf, this.segment, this.index, this.context)
      this.lists.set(leaf, lists)
    }
    return lists
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
    this.noteFound(leaf.bits, documents.length, slots)
    const isWalked = leaf.kind === 'terms' && leaf.terms.length >= MANY_TERMS
    for (const scored of this.listsOf(leaf)) {
      if (isWalked) this.addWalked(scored, documents, slots)
      else this.addLocated(scored, documents, slots)
    }
  }

  private noteFound(bits: readonly number[], count: number, slots: Int32Array | undefined): void {
    const { found, words } = this
    for (const bit of bits) {
      const word = bit >>> 5
      const mask = 1 << (bit & 31)
      for (let i = 0; i < count; i++) found[(slots === undefined ? i : slots[i]!) * words + word]! |= mask
    }
  }

  /** Looks every document up in the list. */
  private addLocated(scored: ScoredList, documents: Int32Array, slots: Int32Array | undefined): void {
    const { list, factor, d, k1, norms, lengths } = scored
    const { scores, places } = this
    list.locate(documents, documents.length, places)
    for (let i = 0; i < documents.length; i++) {
      const place = places[i]!
      if (place < 0) continue
      const frequency = list.frequencyAt(place)
      const slot = slots === undefined ? i : slots[i]!
      scores[slot]! += factor * (d + (frequency * k1) / (frequency + norms[lengths[documents[i]!]!]!))
    }
  }

  /** Walks the list and looks its documents up among the wanted ones. */
  private addWalked(scored: ScoredList, documents: Int32Array, slots: Int32Array | undefined): void {
    const { list, factor, d, k1, norms, lengths } = scored
    const { scores } = this
    const slotOf = this.slotByDocument(documents, slots)
    const { documents: listed, count } = list
    for (let i = 0; i < count; i++) {
      const slot = slotOf[listed[i]!]! - 1
      if (slot < 0) continue
      const frequency = list.frequencyAt(i)
      scores[slot]! += factor * (d + (frequency * k1) / (frequency + norms[lengths[listed[i]!]!]!))
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

function bitCount(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}
