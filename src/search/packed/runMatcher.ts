import { listIn } from './dictionary'
import { PackedError } from './packedError'
import { PostingsList } from './postingsList'
import type { QueryTerm } from './queryTerm'
import type { Segment } from './segment'
import { intersectDocuments } from './sortedDocuments'

const NONE = new Int32Array(0)
let leftRanks = new Int32Array(256)
let rightRanks = new Int32Array(256)
let aliveRanks = new Int32Array(256)

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
  for (const [i, pair] of pairs.entries()) {
    const isRepeated = pairs.indexOf(pair) < i
    const list = isRepeated ? pair.openList(index, field) : pair.list(index, field)
    if (list === undefined) return NONE
    lists.push(list)
  }
  if (lists.length === 1) return narrowed(lists[0]!, within)
  const gram = segment.grams.get(run)
  const gramList = gram && listIn(gram, field)
  if (gram !== undefined && gramList !== undefined)
    return narrowed(new PostingsList(segment, run, gram, gramList), within)
  const rarestFirst = lists.toSorted((a, b) => a.count - b.count)
  const candidates =
    within !== undefined && within.length < rarestFirst[0]!.count
      ? within.slice()
      : narrowed(rarestFirst[0]!, within).slice()
  let count = candidates.length
  for (const list of rarestFirst) {
    if (count === 0) return NONE
    count = list.intersect(candidates, count)
  }
  if (count === 0) return NONE
  if (!segment.meta.proofs) {
    throw new PackedError(
      'no-proofs',
      'a segment was made without a run tokenizer and cannot prove that characters adjoin',
    )
  }
  return candidates.subarray(0, proveChain(lists, candidates, count))
}

function narrowed(list: PostingsList, within: Int32Array | undefined): Int32Array {
  if (within === undefined || within.length >= list.count) {
    const { documents } = list.decodeAll()
    return within === undefined ? documents : intersectDocuments(documents, within)
  }
  const kept = within.slice()
  return kept.subarray(0, list.intersect(kept, kept.length))
}

/**
 * Keeps of the first `count` candidates, which are in every list, those where occurrences of all pairs form a chain:
 * the right rank of one is the left rank of the next. Returns their number.
 */
function proveChain(lists: readonly PostingsList[], candidates: Int32Array, count: number): number {
  const positions = lists.map((list) => {
    const located = new Int32Array(count)
    list.locate(candidates, count, located)
    list.rewindProof()
    return located
  })
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (isChain(lists, positions, i)) candidates[kept++] = candidates[i]!
  }
  return kept
}

function isChain(
  lists: readonly PostingsList[],
  positions: readonly Int32Array[],
  candidate: number,
): boolean {
  let alive = 0
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i]!
    const position = positions[i]![candidate]!
    const occurrences = list.frequencies[position]!
    if (occurrences > leftRanks.length) growRanks(occurrences)
    list.readRanks(position, leftRanks, rightRanks)
    if (i === 0) {
      for (let j = 0; j < occurrences; j++) aliveRanks[j] = rightRanks[j]!
      alive = occurrences
      continue
    }
    let next = 0
    let at = 0
    for (let j = 0; j < occurrences && at < alive; j++) {
      const left = leftRanks[j]!
      while (at < alive && aliveRanks[at]! < left) at++
      // Ranks are distinct, so a rank that found its partner is done with, and its place may be overwritten.
      if (at < alive && aliveRanks[at] === left) {
        at++
        aliveRanks[next++] = rightRanks[j]!
      }
    }
    if (next === 0) return false
    alive = next
  }
  return true
}

function growRanks(size: number): void {
  leftRanks = new Int32Array(size * 2)
  rightRanks = new Int32Array(size * 2)
  const grown = new Int32Array(size * 2)
  grown.set(aliveRanks)
  aliveRanks = grown
}
