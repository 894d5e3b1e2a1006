import { ByteReader } from './byteReader'
import { decodePostingsBlock, POSTINGS_BLOCK } from './postingsCodec'
import { decodeProof, skipProof } from './proofCodec'
import type { Segment } from './segment'
import type { TermEntry, ListEntry } from './termEntry'

/** Stands for the last document of a block that is not known before it is decoded. */
const UNKNOWN = 0x7fffffff
const NO_BYTES = new Uint8Array(0)

/**
 * The postings of a term in one field of one segment, for the time of a query. Blocks are decoded when they are
 * needed and at most once, so that matching, proving and scoring share the work.
 */
export class PostingsList {
  /** Number of documents, removed ones included. */
  readonly count: number
  /** The documents, rising; valid where `decode` was called. */
  readonly documents: Int32Array
  readonly frequencies: Int32Array
  private readonly bytes: Uint8Array
  private readonly blocks: number
  private readonly isDecoded: Uint8Array
  private readonly lastDocuments: Int32Array
  private readonly blockOffsets: Int32Array
  private readonly proofOffsets: Int32Array
  private readonly segment: Segment
  private readonly term: string
  private readonly list: ListEntry
  /** The bit position after the block that was decoded last. */
  private decodedEnd = 0
  private proof: Uint8Array | undefined
  private proofStart = 0
  private proofBlock = -1
  private proofIndex = 0
  private proofPosition = 0

  constructor(segment: Segment, term: string, entry: TermEntry, list: ListEntry) {
    const { count } = list
    this.count = count
    this.blocks = Math.ceil(count / POSTINGS_BLOCK)
    this.documents = new Int32Array(count)
    this.frequencies = new Int32Array(count)
    this.isDecoded = new Uint8Array(this.blocks)
    this.lastDocuments = new Int32Array(this.blocks).fill(UNKNOWN)
    this.blockOffsets = new Int32Array(this.blocks)
    this.proofOffsets = new Int32Array(this.blocks)
    this.segment = segment
    this.term = term
    this.list = list
    if (count === 1) {
      this.documents[0] = list.document
      this.frequencies[0] = list.frequency
      this.lastDocuments[0] = list.document
      this.isDecoded[0] = 1
      this.bytes = NO_BYTES
      return
    }
    this.bytes = segment.listBytes(list.offset, list.postingsBytes)
    this.readSkips(entry.hasProof)
  }

  /** Makes one block of documents and frequencies valid. */
  decode(block: number): void {
    if (this.isDecoded[block] === 1) return
    this.isDecoded[block] = 1
    const start = block * POSTINGS_BLOCK
    const previous = block === 0 ? -1 : this.lastDocuments[block - 1]!
    const count = Math.min(POSTINGS_BLOCK, this.count - start)
    this.decodedEnd = decodePostingsBlock(
      this.bytes,
      this.blockOffsets[block]!,
      count,
      previous,
      this.documents,
      this.frequencies,
      start,
    )
    this.lastDocuments[block] = this.documents[start + count - 1]!
  }

  /** Makes all documents and frequencies valid. */
  decodeAll(): this {
    for (let block = 0; block < this.blocks; block++) this.decode(block)
    return this
  }

  /**
   * For each of the first `count` of `wanted`, which rise, writes its index in this list to `positions`, or −1.
   * Blocks that hold none of them are not decoded.
   */
  locate(wanted: Int32Array, count: number, positions: Int32Array): void {
    const { documents, lastDocuments } = this
    let block = 0
    let index = 0
    for (let i = 0; i < count; i++) {
      const document = wanted[i]!
      while (block < this.blocks && lastDocuments[block]! < document) block++
      if (block === this.blocks) {
        positions.fill(-1, i, count)
        return
      }
      if (this.isDecoded[block] === 0) this.decode(block)
      if (index < block * POSTINGS_BLOCK) index = block * POSTINGS_BLOCK
      const end = Math.min(this.count, block * POSTINGS_BLOCK + POSTINGS_BLOCK)
      while (index < end && documents[index]! < document) index++
      positions[i] = index < end && documents[index] === document ? index : -1
    }
  }

  /** Keeps of the first `count` of `candidates`, which rise, those that are in this list; returns their number. */
  intersect(candidates: Int32Array, count: number): number {
    const { documents, lastDocuments } = this
    let block = 0
    let index = 0
    let kept = 0
    for (let i = 0; i < count; i++) {
      const document = candidates[i]!
      while (block < this.blocks && lastDocuments[block]! < document) block++
      if (block === this.blocks) break
      if (this.isDecoded[block] === 0) this.decode(block)
      if (index < block * POSTINGS_BLOCK) index = block * POSTINGS_BLOCK
      const end = Math.min(this.count, block * POSTINGS_BLOCK + POSTINGS_BLOCK)
      while (index < end && documents[index]! < document) index++
      if (index < end && documents[index] === document) candidates[kept++] = document
    }
    return kept
  }

  /**
   * The ranks of the occurrences in the document at `position` of this list, in `left` and `right` from index 0;
   * returns their number. Positions must rise from call to call; `rewindProof` starts over.
   */
  readRanks(position: number, left: Int32Array, right: Int32Array): number {
    this.proof ??= this.openProof()
    const block = Math.floor(position / POSTINGS_BLOCK)
    if (block !== this.proofBlock) {
      this.proofBlock = block
      this.proofIndex = block * POSTINGS_BLOCK
      this.proofPosition = this.proofOffsets[block]! * 8 + this.proofStart
    }
    let passed = 0
    for (let i = this.proofIndex; i < position; i++) passed += this.frequencies[i]!
    if (passed > 0) this.proofPosition = skipProof(this.proof, this.proofPosition, passed)
    const occurrences = this.frequencies[position]!
    this.proofPosition = decodeProof(this.proof, this.proofPosition, occurrences, left, right)
    this.proofIndex = position + 1
    return occurrences
  }

  /** Lets `readRanks` begin again with any position. */
  rewindProof(): void {
    this.proofBlock = -1
  }

  private openProof(): Uint8Array {
    const { field, count, proofOffset, proofBytes } = this.list
    if (count > POSTINGS_BLOCK) return this.segment.listBytes(proofOffset, proofBytes)
    if (count > 1) {
      this.decode(0)
      this.proofStart = this.decodedEnd
      return this.bytes
    }
    const place = this.segment.dictionary.findSingleProof(this.term, field)
    this.proofStart = place?.position ?? 0
    return place?.bytes ?? NO_BYTES
  }

  private readSkips(hasProof: boolean): void {
    const cursor = new ByteReader(this.bytes)
    let document = -1
    let offset = 0
    let proofOffset = 0
    for (let block = 0; block < this.blocks - 1; block++) {
      document += cursor.readVarint()
      this.lastDocuments[block] = document
      this.blockOffsets[block] = offset
      offset += cursor.readVarint()
      this.proofOffsets[block] = proofOffset
      if (hasProof) proofOffset += cursor.readVarint()
    }
    this.blockOffsets[this.blocks - 1] = offset
    this.proofOffsets[this.blocks - 1] = proofOffset
    for (let block = 0; block < this.blocks; block++) this.blockOffsets[block]! += cursor.at
  }
}
