import { ByteReader } from './byteReader'
import { skipProof } from './proofCodec'
import { RecentValues } from './recentValues'
import { DICTIONARY_BLOCK, type SegmentMeta } from './segmentFormat'
import {
  readFields,
  readTermEntry,
  skipTermEntry,
  type ListEntry,
  type SkippedEntries,
  type TermEntry,
} from './termEntry'
import {
  compareBytes,
  decodeUnits,
  encodeUnits,
  isCodePointPair,
  NO_PAIR_KEY,
  pairKey,
  pairTerm,
} from './termKey'
import { uint32View } from './typedView'

/** So many terms are kept after they were looked up: those of some ten queries. */
const RECENT_TERMS = 128

/** A bit position within bytes. */
export interface BitPlace {
  readonly bytes: Uint8Array
  readonly position: number
}

/**
 * The terms of one segment. In memory is only a sparse directory, the first key of every 64 terms; a look-up reads
 * one block. Blocks are numbered through: those of terms with a pair key, then the others.
 */
export class Dictionary {
  private readonly view: (offset: number, length: number) => Uint8Array
  private readonly length: number
  private readonly proofs: boolean
  private readonly pairTerms: number
  private readonly wordTerms: number
  private readonly pairBlocks: number
  private readonly wordBlocks: number
  private readonly pairKeys: Uint32Array
  private readonly pairOffsets: Uint32Array
  private readonly wordOffsets: Uint32Array
  private readonly wordEnds: Uint32Array
  private readonly wordFirsts: Uint8Array
  /** Entries that were looked up lately, also of terms that are not here. */
  private readonly recent = new RecentValues<string, TermEntry | null>(RECENT_TERMS)
  private readonly keys = new Float64Array(DICTIONARY_BLOCK)
  /** Per term of the block that is being read: whether its fields differ from those of the term before. */
  private readonly hasOtherFields = new Uint8Array(DICTIONARY_BLOCK)
  /** Per term of that block: whether it carries rank links. */
  private readonly hasProof = new Uint8Array(DICTIONARY_BLOCK)

  /** `view` reads from the section `dictionary`, which is `length` bytes long. */
  constructor(
    view: (offset: number, length: number) => Uint8Array,
    length: number,
    meta: SegmentMeta,
    pairDirectory: Uint8Array,
    wordDirectory: Uint8Array,
  ) {
    this.view = view
    this.length = length
    this.proofs = meta.proofs
    this.pairTerms = meta.pairTerms
    this.wordTerms = meta.wordTerms
    this.pairBlocks = Math.ceil(meta.pairTerms / DICTIONARY_BLOCK)
    this.wordBlocks = Math.ceil(meta.wordTerms / DICTIONARY_BLOCK)
    this.pairKeys = uint32View(pairDirectory, 0, this.pairBlocks)
    this.pairOffsets = uint32View(pairDirectory, this.pairBlocks * 4, this.pairBlocks)
    this.wordOffsets = uint32View(wordDirectory, 0, this.wordBlocks)
    this.wordEnds = uint32View(wordDirectory, this.wordBlocks * 4, this.wordBlocks)
    this.wordFirsts = wordDirectory.subarray(this.wordBlocks * 8)
  }

  get size(): number {
    return this.pairTerms + this.wordTerms
  }

  /** The term's entry, or undefined if the segment has no such term. */
  find(term: string): TermEntry | undefined {
    let entry = this.recent.get(term)
    if (entry === undefined) {
      entry = this.locate(term, false)?.entry ?? null
      this.recent.set(term, entry, 1)
    }
    return entry ?? undefined
  }

  /** Where the rank links of the term's one-document list in `field` begin; undefined if there are none. */
  findSingleProof(term: string, field: number): BitPlace | undefined {
    const found = this.locate(term, true)
    if (found?.tail === undefined || !found.entry.hasProof) return undefined
    let pairs = found.pairsBefore
    for (const list of found.entry.lists) {
      if (list.field === field) break
      if (list.count === 1) pairs += list.frequency
    }
    return { bytes: found.tail.bytes, position: skipProof(found.tail.bytes, found.tail.position, pairs) }
  }

  /** All terms that begin with `prefix`, in file order. */
  *withPrefix(prefix: string): IterableIterator<[string, TermEntry]> {
    if (prefix.length <= 2) {
      const first = pairKey(prefix)
      const last = prefix === '' ? Infinity : prefix.length === 1 ? first + 0xffff : first
      if (prefix === '' || first !== NO_PAIR_KEY) {
        for (let block = this.pairBlockBefore(Math.max(0, first)); block < this.pairBlocks; block++) {
          if (this.pairKeys[block]! > last) break
          for (const found of this.decodeBlock(block)) if (found[0].startsWith(prefix)) yield found
        }
      }
    }
    const units = encodeUnits(prefix)
    for (let block = this.wordBlockBefore(units); block < this.wordBlocks; block++) {
      const first = this.wordFirst(block)
      if (compareBytes(first, units) > 0 && compareBytes(first.subarray(0, units.length), units) > 0) break
      for (const found of this.decodeBlock(this.pairBlocks + block))
        if (found[0].startsWith(prefix)) yield found
    }
  }

  /** Terms of at least `shortest` UTF-16 units, in file order; blocks that cannot hold any are not read. */
  *ofLength(shortest: number): IterableIterator<[string, TermEntry]> {
    const first = shortest > 2 ? this.pairBlocks : 0
    for (let block = first; block < this.pairBlocks + this.wordBlocks; block++) yield* this.decodeBlock(block)
  }

  /** Number of blocks. */
  get blocks(): number {
    return this.pairBlocks + this.wordBlocks
  }

  /** The terms of a block with their entries, and `tail`, the place of its one-document proofs. */
  decodeBlock(block: number): DecodedBlock {
    const cursor = new ByteReader(this.blockBytes(block))
    let offset = cursor.readVarint()
    const count = this.blockTerms(block)
    const terms = block < this.pairBlocks ? this.readPairs(cursor, count) : this.readWords(cursor, count)
    const decoded: [string, TermEntry][] = []
    let fields: readonly number[] = []
    for (const [i, term] of terms.entries()) {
      if (this.hasOtherFields[i] === 1) fields = readFields(cursor)
      const entry = readTermEntry(cursor, fields, this.hasProof[i] === 1, offset)
      offset = entry.listsEnd
      decoded.push([term, entry])
    }
    return Object.assign(decoded, { tail: { bytes: cursor.bytes, position: cursor.at * 8 } })
  }

  private locate(term: string, withTail: boolean): LocatedEntry | undefined {
    const key = pairKey(term)
    const isPair = key !== NO_PAIR_KEY
    const block = isPair
      ? this.pairBlockBefore(key)
      : this.pairBlocks + this.wordBlockBefore(encodeUnits(term))
    if (block >= (isPair ? this.pairBlocks : this.blocks)) return undefined
    const cursor = new ByteReader(this.blockBytes(block))
    const listsOffset = cursor.readVarint()
    const count = this.blockTerms(block)
    const index = isPair ? this.readKeys(cursor, count, key) : this.readWords(cursor, count).indexOf(term)
    if (index < 0) return undefined
    const skipped: SkippedEntries = { listsBytes: 0, singlePairs: 0 }
    let fields: readonly number[] = []
    let entry: TermEntry | undefined
    let pairsBefore = 0
    // What follows the entry is read only for the sake of the tail, which begins after it.
    const end = withTail ? count : index + 1
    for (let i = 0; i < end; i++) {
      if (this.hasOtherFields[i] === 1) fields = readFields(cursor)
      const hasProof = this.hasProof[i] === 1
      if (i !== index) {
        skipTermEntry(cursor, fields.length, hasProof, skipped)
        continue
      }
      pairsBefore = skipped.singlePairs
      entry = readTermEntry(cursor, fields, hasProof, listsOffset + skipped.listsBytes)
    }
    const tail = withTail ? { bytes: cursor.bytes, position: cursor.at * 8 } : undefined
    return entry && { entry, pairsBefore, tail }
  }

  /** Reads the block's pair keys into `keys` and returns the index of `wanted`, or −1. */
  private readKeys(cursor: ByteReader, count: number, wanted: number): number {
    let key = 0
    let index = -1
    for (let i = 0; i < count; i++) {
      const coded = cursor.readVarint()
      this.hasOtherFields[i] = coded % 2
      key += Math.floor(coded / 2)
      this.keys[i] = key
      this.hasProof[i] = this.proofs && isPairKeyOfTwo(key) ? 1 : 0
      if (key === wanted) index = i
    }
    return index
  }

  private readPairs(cursor: ByteReader, count: number): string[] {
    this.readKeys(cursor, count, NO_PAIR_KEY)
    return Array.from(this.keys.subarray(0, count), pairTerm)
  }

  private readWords(cursor: ByteReader, count: number): string[] {
    const words: string[] = []
    let units = new Uint8Array(0)
    for (let i = 0; i < count; i++) {
      const coded = cursor.readVarint()
      const shared = coded >>> 1
      this.hasOtherFields[i] = coded & 1
      const rest = cursor.readBytes(cursor.readVarint())
      const next = new Uint8Array(shared + rest.length)
      next.set(units.subarray(0, shared))
      next.set(rest, shared)
      units = next
      const word = decodeUnits(units, 0, units.length)
      words.push(word)
      this.hasProof[i] = this.proofs && isCodePointPair(word) ? 1 : 0
    }
    return words
  }

  private blockTerms(block: number): number {
    if (block < this.pairBlocks) return Math.min(DICTIONARY_BLOCK, this.pairTerms - block * DICTIONARY_BLOCK)
    return Math.min(DICTIONARY_BLOCK, this.wordTerms - (block - this.pairBlocks) * DICTIONARY_BLOCK)
  }

  private blockBytes(block: number): Uint8Array {
    const start = this.blockOffset(block)
    const end = block + 1 < this.blocks ? this.blockOffset(block + 1) : this.length
    return this.view(start, end - start)
  }

  private blockOffset(block: number): number {
    return block < this.pairBlocks ? this.pairOffsets[block]! : this.wordOffsets[block - this.pairBlocks]!
  }

  /** The pair block that would hold `key`: the last whose first key is not above it, at least 0. */
  private pairBlockBefore(key: number): number {
    let low = 0
    let high = this.pairBlocks - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.pairKeys[middle]! <= key) low = middle
      else high = middle - 1
    }
    return low
  }

  private wordBlockBefore(units: Uint8Array): number {
    let low = 0
    let high = this.wordBlocks - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (compareBytes(this.wordFirst(middle), units) <= 0) low = middle
      else high = middle - 1
    }
    return low
  }

  private wordFirst(block: number): Uint8Array {
    return this.wordFirsts.subarray(block === 0 ? 0 : this.wordEnds[block - 1]!, this.wordEnds[block])
  }
}

/** The terms of a block in order, and where the proofs of its one-document lists begin. */
export type DecodedBlock = [string, TermEntry][] & { readonly tail: BitPlace }

interface LocatedEntry {
  readonly entry: TermEntry
  /** Pairs of ranks in the tail before those of this entry. */
  readonly pairsBefore: number
  readonly tail: BitPlace | undefined
}

/** The term's list in a field, or undefined. */
export function listIn(entry: TermEntry, field: number): ListEntry | undefined {
  for (const list of entry.lists) if (list.field === field) return list
  return undefined
}

/** Whether a pair key stands for two code points, not for one, be it of one unit or of two surrogates. */
function isPairKeyOfTwo(key: number): boolean {
  const second = key & 0xffff
  return second !== 0 && !((second & 0xfc00) === 0xdc00 && ((key >>> 16) & 0xfc00) === 0xd800)
}
