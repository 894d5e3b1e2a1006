import type { CompiledNode, LeafNode } from './compiledQuery'
import { addImpacts, type ScoredList } from './scoredList'
import { scratchNumbers } from './scratchRoom'
import { intersectDocuments, placeFrom, uniteDocuments } from './sortedDocuments'

/** So few documents are scored as they are. */
const FEW = 64
/** With more lists than this, as of a prefix, every document is scored. */
const MOST_LISTS = 64
/** Bounds are this much wider, since sums are rounded. */
const SLACK = 1 + 1e-9
/** Lists with so many times fewer postings than there are documents are looked at by themselves first. */
const MUCH_FEWER = 2
/** Weights that are looked at to tell which one is usual. */
const SAMPLED_WEIGHTS = 64
const NONE = new Int32Array(0)
const sumsRoom = scratchNumbers()

/**
 * The leaves of a query that every document it finds was found by all of: of one without alternatives. Undefined where
 * which leaves count depends on the document.
 */
export function leavesOfAll(node: CompiledNode): readonly LeafNode[] | undefined {
  switch (node.kind) {
    case 'all':
    case 'not':
      return []
    case 'near':
      return [node.left, node.right]
    case 'or':
      return undefined
    case 'and': {
      const leaves: LeafNode[] = []
      for (const child of node.children) {
        const own = leavesOfAll(child)
        if (own === undefined) return undefined
        leaves.push(...own)
      }
      return leaves
    }
    default:
      return [node]
  }
}

/** Whether so few documents are left that they are scored as they are, when `wanted` are to be the best. */
export function isFew(count: number, wanted: number): boolean {
  return count <= Math.max(FEW, wanted * 2)
}

/** What the best documents are looked for by. */
export interface Wanted {
  /** So many of the best. */
  readonly count: number
  /** Documents whose weighted sums stay below it are not wanted. */
  readonly floor: number
  /** What the sum of each document is multiplied by, in the order of the documents, at least 1; 1 without it. */
  readonly weights?: Float64Array | undefined
}

/**
 * Of `documents`, which rise, those whose sums over the lists may be among the greatest `count` and not below the floor;
 * rarely a few more, never one too few.
 *
 * This is MaxScore of Turtle and Flood (Query evaluation: strategies and optimizations, 1995) over a set of documents
 * that is known. A posting adds less than factor · (d + k1), however often the term is there. Lists are added in the
 * order of what they can add, and a document is left aside as soon as all lists to come could not lift it to the worst of
 * the best so far. What is rare and weighs much, as terms in titles, comes first: mostly it is enough to look at the
 * documents that have any of these, and of the long lists of frequent terms only blocks with such documents are read.
 */
export function bestCandidates(
  documents: Int32Array,
  lists: readonly ScoredList[],
  { count, floor, weights }: Wanted,
): Int32Array {
  if (isFew(documents.length, count) || lists.length > MOST_LISTS || !lists.every(isBounded)) return documents
  const ordered = lists.toSorted((a, b) => mostOf(b) - mostOf(a))
  const seeds = shortLists(ordered, documents.length)
  let rest = mostOfAll(ordered.slice(seeds))
  let next = seeds
  const usual = weights === undefined ? 1 : usualWeight(weights)
  let left = candidatesOfAny(ordered.slice(0, seeds), documents, weights, usual)
  for (const list of ordered.slice(0, seeds)) left.add(list)
  if (left.leastOfBest(count, floor) <= rest * usual * SLACK) {
    // Documents without any of these may be among the best, too.
    left = new Candidates(documents, weights)
    rest = mostOfAll(ordered)
    next = 0
  }
  left.keepBest(left.leastOfBest(count, floor), rest)
  for (const list of ordered.slice(next)) {
    if (isFew(left.count, count)) break
    left.add(list)
    rest = Math.max(0, rest - mostOf(list))
    left.keepBest(left.leastOfBest(count, floor), rest)
  }
  return left.result()
}

/** What a posting of the list adds at most. */
function mostOf({ factor, d, k1 }: ScoredList): number {
  return factor * (d + k1)
}

function mostOfAll(lists: readonly ScoredList[]): number {
  return lists.reduce((sum, list) => sum + mostOf(list), 0)
}

/** Whether the bounds hold: nothing takes away from a score, and no length makes a posting count for more. */
function isBounded({ factor, d, k1, norms }: ScoredList): boolean {
  return (
    factor >= 0 &&
    factor < Infinity &&
    d >= 0 &&
    k1 >= 0 &&
    d + k1 > 0 &&
    norms[1]! >= 0 &&
    norms.at(-1)! >= 0
  )
}

/** How many of the lists, from the first on, have much fewer postings in all than there are documents. */
function shortLists(lists: readonly ScoredList[], documentCount: number): number {
  let postings = 0
  let count = 0
  for (const { list } of lists) {
    postings += list.count
    if (postings * MUCH_FEWER > documentCount) break
    count++
  }
  return count
}

/** A weight that about three of four have at most, by some that lie evenly among them. */
function usualWeight(weights: Float64Array): number {
  const some = Float64Array.from({ length: SAMPLED_WEIGHTS }, (_, at) => {
    return weights[Math.floor((at * weights.length) / SAMPLED_WEIGHTS)]!
  }).sort()
  return some[Math.floor(SAMPLED_WEIGHTS * 0.75)]!
}

/** The documents that are in any of the lists, or weigh more than is usual. */
function candidatesOfAny(
  lists: readonly ScoredList[],
  documents: Int32Array,
  weights: Float64Array | undefined,
  usual: number,
): Candidates {
  const heavy = weights === undefined ? NONE : heavyDocuments(documents, weights, usual)
  const any = lists.reduce((union, { list }) => uniteDocuments(union, list.documents), heavy)
  if (weights === undefined) return new Candidates(any, undefined, documents)
  const found = intersectDocuments(any, documents)
  const own = new Float64Array(found.length)
  for (let i = 0, place = 0; i < found.length; i++) {
    place = placeFrom(documents, found[i]!, place, documents.length)
    own[i] = weights[place]!
  }
  return new Candidates(found, own)
}

function heavyDocuments(documents: Int32Array, weights: Float64Array, usual: number): Int32Array {
  const heavy = new Int32Array(documents.length)
  let count = 0
  for (let i = 0; i < documents.length; i++) if (weights[i]! > usual) heavy[count++] = documents[i]!
  return heavy.subarray(0, count)
}

/** Documents that are still wanted, with what their sums so far are at most. */
class Candidates {
  documents: Int32Array
  count: number
  /** A sum is less than this below its bound, since impacts are rounded up. */
  private rounding = 0
  private readonly sums: Float64Array
  private readonly weights: Float64Array | undefined
  private readonly among: Int32Array | undefined
  private isShared = true

  /** Documents that are not `among` some, if these are given, are no candidates; that is asked of few. */
  constructor(documents: Int32Array, weights: Float64Array | undefined, among?: Int32Array) {
    this.documents = documents
    this.among = among
    this.count = documents.length
    this.sums = sumsRoom.atLeast(documents.length)
    this.sums.fill(0, 0, documents.length)
    this.weights = weights?.slice()
  }

  add(scored: ScoredList): void {
    this.rounding += addImpacts(scored, this.documents, this.count, this.sums)
  }

  /** The sum, weighted, that at least `wanted` documents reach already, or the floor. */
  leastOfBest(wanted: number, floor: number): number {
    // Nothing is in the sums before a list was added.
    if (wanted > this.count || wanted === 0 || this.rounding === 0) return floor
    const { documents, sums, weights, among, count, rounding } = this
    const heap = new Float64Array(wanted)
    for (let i = 0; i < count; i++) {
      const sum = weights === undefined ? sums[i]! - rounding : (sums[i]! - rounding) * weights[i]!
      if (sum > heap[0]! && (among === undefined || hasDocument(among, documents[i]!)))
        replaceLeast(heap, sum)
    }
    return Math.max(floor, heap[0]!)
  }

  /** The documents that were not left aside. */
  result(): Int32Array {
    const left = this.documents.subarray(0, this.count)
    return this.among === undefined ? left : intersectDocuments(left, this.among)
  }

  /** Leaves aside the documents that cannot reach `least`, if no sum grows by more than `rest`. */
  keepBest(least: number, rest: number): void {
    if (rest * SLACK >= least) return
    if (this.isShared) {
      this.documents = this.documents.slice()
      this.isShared = false
    }
    const { documents, count, sums, weights } = this
    let kept = 0
    for (let i = 0; i < count; i++) {
      const weight = weights === undefined ? 1 : weights[i]!
      if ((sums[i]! + rest) * weight * SLACK < least) continue
      documents[kept] = documents[i]!
      sums[kept] = sums[i]!
      if (weights !== undefined) weights[kept] = weight
      kept++
    }
    this.count = kept
  }
}

function hasDocument(documents: Int32Array, wanted: number): boolean {
  let low = 0
  let high = documents.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (documents[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return documents[low] === wanted
}

/** Puts a key in the place of the least of a heap whose first key is that. */
function replaceLeast(heap: Float64Array, key: number): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++
    if (key <= heap[child]!) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = key
}
