import { listIn } from './dictionary'
import { openList } from './openList'
import { PackedError } from './packedError'
import type { PostingsList } from './postingsList'
import type { QueryTerm } from './queryTerm'
import { scratchIntegers } from './scratchRoom'
import type { Segment } from './segment'
import { intersectDocuments, uniteDocuments } from './sortedDocuments'

const NONE = new Int32Array(0)
const sharedRoom = scratchIntegers()
const placesRoom = scratchIntegers()
const locatedRoom = scratchIntegers()
let leftRanks = new Int32Array(256)
let rightRanks = new Int32Array(256)
let firstRanks: Int32Array = new Int32Array(256)
let lastRanks: Int32Array = new Int32Array(256)

/**
 * The documents of a segment, removed ones included, in which the field has the run whose overlapping pairs are
 * `pairs`. Where `within` is given, only its documents are looked at.
 *
 * A run of two characters is its pair's list, a frequent gram has its own. For all others the pairs' lists are
 * intersected, rarest first, and what is left is proven by rank links.
 */
export function matchRun(
  segment: Segment,
  index: number,
  run: string,
  pairs: readonly QueryTerm[],
  field: number,
  within: Int32Array | undefined,
): Int32Array {
  const lists: PostingsList[] = []
  for (const pair of pairs) {
    const list = pair.list(index, field)
    if (list === undefined) return NONE
    lists.push(list)
  }
  if (lists.length === 1) return narrowed(lists[0]!, within)
  const gram = segment.grams.get(run)
  const gramList = gram && listIn(gram, field)
  if (gram !== undefined && gramList !== undefined)
    return narrowed(openList(segment, run, gram, gramList), within)
  const shared = intersectLists(lists, within)
  if (shared.count === 0) return NONE
  if (!segment.meta.proofs) {
    throw new PackedError(
      'no-proofs',
      'a segment was made without a run tokenizer and cannot prove that characters adjoin',
    )
  }
  return proveChains(lists, shared)
}

/**
 * The documents that are in any of the lists, removed ones included: those of the longest, and between them what the
 * others have that is not there, which of a term's fields is mostly next to nothing.
 */
export function documentsOfLists(lists: readonly PostingsList[]): Int32Array {
  if (lists.length === 0) return NONE
  const longest = lists.reduce((a, b) => (b.count > a.count ? b : a))
  let documents = longest.documents
  for (const list of lists) {
    if (list === longest) continue
    documents = uniteDocuments(documents, documentsBeyond(list.documents, longest))
  }
  return documents
}

/** Those of the documents that are not in the list. */
function documentsBeyond(documents: Int32Array, list: PostingsList): Int32Array {
  const located = locatedRoom.atLeast(documents.length)
  list.locate(documents, documents.length, located)
  const beyond = sharedRoom.atLeast(documents.length)
  let count = 0
  for (let i = 0; i < documents.length; i++) if (located[i]! < 0) beyond[count++] = documents[i]!
  return count === 0 ? NONE : beyond.slice(0, count)
}

function narrowed(list: PostingsList, within: Int32Array | undefined): Int32Array {
  if (within === undefined || within.length >= list.count) {
    const { documents } = list
    return within === undefined ? documents : intersectDocuments(documents, within)
  }
  const kept = within.slice()
  return kept.subarray(0, list.intersect(kept, kept.length))
}

/** Documents that are in all of some lists, in scratch room. */
interface SharedDocuments {
  readonly documents: Int32Array
  readonly count: number
  /** The place of document i in list n at n × `stride` + i. */
  readonly places: Int32Array
  readonly stride: number
}

/** Intersects the lists, rarest first, so that of the others only blocks with documents that are left are read. */
function intersectLists(lists: readonly PostingsList[], within: Int32Array | undefined): SharedDocuments {
  const order = Array.from(lists.keys()).sort((a, b) => lists[a]!.count - lists[b]!.count)
  const rarest = lists[order[0]!]!
  const first = within !== undefined && within.length < rarest.count ? within : rarest.documents
  const stride = first.length
  const documents = sharedRoom.atLeast(stride)
  documents.set(first)
  const places = placesRoom.atLeast(lists.length * stride)
  const located = locatedRoom.atLeast(stride)
  let count = stride
  if (within !== undefined && within.length >= rarest.count) {
    const both = intersectDocuments(first, within)
    documents.set(both)
    count = both.length
  }
  for (const [step, number] of order.entries()) {
    if (step === 0 && first === rarest.documents && count === stride) {
      // Of itself it has all of them.
      for (let i = 0; i < count; i++) places[number * stride + i] = i
      continue
    }
    lists[number]!.locate(documents, count, located)
    let kept = 0
    for (let i = 0; i < count; i++) {
      const place = located[i]!
      if (place < 0) continue
      documents[kept] = documents[i]!
      places[number * stride + kept] = place
      if (kept < i) for (let n = 0; n < step; n++) moveBack(places, order[n]! * stride, i, kept)
      kept++
    }
    count = kept
    if (count === 0) break
  }
  return { documents, count, places, stride }
}

function moveBack(places: Int32Array, start: number, from: number, to: number): void {
  places[start + to] = places[start + from]!
}

/** A list that a chain grows by, at its end or before its beginning. */
interface ChainLink {
  readonly number: number
  readonly isBefore: boolean
}

/** The lists in the order in which a chain is grown: from the rarest on, to the side where the rarer one is. */
function chainLinks(lists: readonly PostingsList[]): ChainLink[] {
  let rarest = 0
  for (let i = 1; i < lists.length; i++) if (lists[i]!.count < lists[rarest]!.count) rarest = i
  const links: ChainLink[] = [{ number: rarest, isBefore: false }]
  let before = rarest - 1
  let after = rarest + 1
  while (links.length < lists.length) {
    const isBefore = before >= 0 && (after === lists.length || lists[before]!.count < lists[after]!.count)
    links.push({ number: isBefore ? before-- : after++, isBefore })
  }
  return links
}

/**
 * The documents where occurrences of all pairs form a chain: the right rank of one is the left rank of the next. Those
 * that do not mostly fail at the rarest pair and its neighbours.
 */
function proveChains(
  lists: readonly PostingsList[],
  { documents, count, places, stride }: SharedDocuments,
): Int32Array {
  const links = chainLinks(lists)
  let kept = 0
  for (let i = 0; i < count; i++) {
    let alive = -1
    for (let step = 0; step < links.length && alive !== 0; step++) {
      const { number, isBefore } = links[step]!
      alive = growChains(lists[number]!, places[number * stride + i]!, alive, isBefore)
    }
    if (alive > 0) documents[kept++] = documents[i]!
  }
  return kept === 0 ? NONE : documents.slice(0, kept)
}

/**
 * Grows chains by the occurrences at a place of a list; `alive` is how many chains there are, −1 at the first list.
 * Chains stand in the order of the text, and so rise the ranks of both their ends: `firstRanks` and `lastRanks`. Returns
 * how many are left.
 */
function growChains(list: PostingsList, place: number, alive: number, isBefore: boolean): number {
  const single = list.singleRanksAt(place)
  if (single > 0 && alive === 1) return growChain(single & 0xff, single >>> 8, isBefore)
  const occurrences = list.frequencyAt(place)
  if (occurrences > leftRanks.length) growRanks(occurrences)
  list.readRanks(place, leftRanks, rightRanks)
  if (alive < 0) {
    for (let i = 0; i < occurrences; i++) {
      firstRanks[i] = leftRanks[i]!
      lastRanks[i] = rightRanks[i]!
    }
    return occurrences
  }
  const ends = isBefore ? firstRanks : lastRanks
  const near = isBefore ? rightRanks : leftRanks
  const far = isBefore ? leftRanks : rightRanks
  const others = isBefore ? lastRanks : firstRanks
  let next = 0
  let at = 0
  for (let i = 0; i < occurrences && at < alive; i++) {
    const rank = near[i]!
    while (at < alive && ends[at]! < rank) at++
    // Ranks are distinct, so a rank that found its partner is done with, and its place may be overwritten.
    if (at === alive || ends[at] !== rank) continue
    others[next] = others[at]!
    ends[next++] = far[i]!
    at++
  }
  return next
}

/** Grows the only chain by the only occurrence at a place of a list, as mostly is to be done. */
function growChain(left: number, right: number, isBefore: boolean): number {
  if (isBefore) {
    if (firstRanks[0] !== right) return 0
    firstRanks[0] = left
  } else {
    if (lastRanks[0] !== left) return 0
    lastRanks[0] = right
  }
  return 1
}

function growRanks(size: number): void {
  leftRanks = new Int32Array(size * 2)
  rightRanks = new Int32Array(size * 2)
  firstRanks = grown(firstRanks, size * 2)
  lastRanks = grown(lastRanks, size * 2)
}

function grown(ranks: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size)
  larger.set(ranks)
  return larger
}
