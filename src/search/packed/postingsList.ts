import { ByteReader } from './byteReader'
import { decodeFrequencies } from './frequencyCodec'
import { decodeDocuments, POSTINGS_BLOCK } from './postingsCodec'
import { decodeProof, skipProof } from './proofCodec'
import type { Segment } from './segment'
import { placeFrom } from './sortedDocuments'
import type { TermEntry, ListEntry } from './termEntry'

/** Stands for the last document of a block that is not known before it is decoded. */
const UNKNOWN = 0x7fffffff
const NO_BYTES = new Uint8Array(0)
const NO_VIEW = new DataView(new ArrayBuffer(0))
const NO_INTEGERS = new Int32Array(0)
/** Bytes beyond a list that reading its bits may touch. */
const SLACK = 8

/** What is known of a block, in this order in `skips`. */
const LAST_DOCUMENT = 0
/** Where the block begins, as a byte of the list. */
const BLOCK_OFFSET = 1
const PROOF_OFFSET = 2
/** The bit position of its frequencies; 0 as long as its documents are not decoded. */
const FREQUENCIES_AT = 3
/** 1 where its frequencies are decoded. */
const HAS_FREQUENCIES = 4
const SKIP_FIELDS = 5

/**
 * The postings of a term in one field of one segment, for the time of a query. Nothing is read before it is needed, and
 * documents are decoded block by block and at most once, so that matching, proving and scoring share the work.
 */
export class PostingsList {
  /** Number of documents, removed ones included. */
  readonly count: number
  private readonly blocks: number
  private readonly segment: Segment
  private readonly term: string
  private readonly list: ListEntry
  private readonly hasProof: boolean
  private bytes: Uint8Array = NO_BYTES
  private view: DataView = NO_VIEW
  /** The documents, rising, then the frequencies, where they are decoded; empty before the list is opened. */
  private decoded = NO_INTEGERS
  private skips = NO_INTEGERS
  private proof: Uint8Array | undefined
  private proofStart = 0
  private proofBlock = -1
  private proofIndex = 0
  private proofPosition = 0

  constructor(segment: Segment, term: string, { hasProof }: TermEntry, list: ListEntry) {
    this.count = list.count
    this.blocks = Math.ceil(list.count / POSTINGS_BLOCK)
    this.segment = segment
    this.term = term
    this.list = list
    this.hasProof = hasProof
  }

  /** All documents, rising. */
  get documents(): Int32Array {
    this.open()
    for (let block = 0; block < this.blocks; block++) this.decode(block)
    return this.decoded.subarray(0, this.count)
  }

  /** How often the term is in the document at a place of this list, which was asked for by its document before. */
  frequencyAt(place: number): number {
    const block = Math.floor(place / POSTINGS_BLOCK)
    if (this.skips[block * SKIP_FIELDS + HAS_FREQUENCIES] !== 1) this.decodeFrequencies(block)
    return this.decoded[this.count + place]!
  }

  /**
   * For each of the first `count` of `wanted`, which rise, writes its place in this list to `places` from index `target`
   * on, or −1. Blocks that hold none of them are not decoded.
   */
  locate(wanted: Int32Array, count: number, places: Int32Array, target = 0): void {
    this.open()
    const { decoded, skips, blocks } = this
    let block = -1
    let last = -1
    let place = 0
    let end = 0
    for (let i = 0; i < count; i++) {
      const document = wanted[i]!
      if (document > last) {
        do block++
        while (block < blocks && skips[block * SKIP_FIELDS]! < document)
        if (block < blocks) this.decode(block)
        if (block >= blocks || skips[block * SKIP_FIELDS]! < document) {
          places.fill(-1, target + i, target + count)
          return
        }
        last = skips[block * SKIP_FIELDS]!
        place = block * POSTINGS_BLOCK
        end = Math.min(this.count, place + POSTINGS_BLOCK)
      }
      if (decoded[place]! < document) place = placeFrom(decoded, document, place + 1, end)
      places[target + i] = decoded[place] === document ? place : -1
    }
  }

  /** Keeps of the first `count` of `candidates`, which rise, those that are in this list; returns their number. */
  intersect(candidates: Int32Array, count: number): number {
    this.open()
    const { decoded, skips, blocks } = this
    let block = -1
    let last = -1
    let place = 0
    let end = 0
    let kept = 0
    for (let i = 0; i < count; i++) {
      const document = candidates[i]!
      if (document > last) {
        do block++
        while (block < blocks && skips[block * SKIP_FIELDS]! < document)
        if (block >= blocks) break
        this.decode(block)
        // Of the last block this is known only now.
        last = skips[block * SKIP_FIELDS]!
        if (last < document) break
        place = block * POSTINGS_BLOCK
        end = Math.min(this.count, place + POSTINGS_BLOCK)
      }
      if (decoded[place]! < document) place = placeFrom(decoded, document, place + 1, end)
      if (decoded[place] === document) candidates[kept++] = document
    }
    return kept
  }

  /**
   * The ranks of the occurrences in the document at `place` of this list, in `left` and `right` from index 0; returns
   * their number. Places must rise from call to call; `rewindProof` starts over.
   */
  readRanks(place: number, left: Int32Array, right: Int32Array): number {
    const occurrences = this.frequencyAt(place)
    this.proof ??= this.openProof()
    const block = Math.floor(place / POSTINGS_BLOCK)
    if (block !== this.proofBlock) {
      this.proofBlock = block
      this.proofIndex = block * POSTINGS_BLOCK
      this.proofPosition = this.skips[block * SKIP_FIELDS + PROOF_OFFSET]! * 8 + this.proofStart
    }
    const { decoded, count } = this
    let passed = 0
    for (let i = count + this.proofIndex; i < count + place; i++) passed += decoded[i]!
    if (passed > 0) this.proofPosition = skipProof(this.proof, this.proofPosition, passed)
    this.proofPosition = decodeProof(this.proof, this.proofPosition, occurrences, left, right)
    this.proofIndex = place + 1
    return occurrences
  }

  /** Lets `readRanks` begin again with any place. */
  rewindProof(): void {
    this.proofBlock = -1
  }

  /** Finds the list's bytes and reads where its blocks begin. */
  private open(): void {
    if (this.decoded.length > 0) return
    const { segment, list, count, blocks } = this
    this.decoded = new Int32Array(count * 2)
    this.skips = new Int32Array(blocks * SKIP_FIELDS)
    if (count === 1) {
      this.decoded[0] = list.document
      this.decoded[1] = list.frequency
      this.skips[LAST_DOCUMENT] = list.document
      this.skips[FREQUENCIES_AT] = 1
      this.skips[HAS_FREQUENCIES] = 1
      return
    }
    this.bytes = withSlack(segment.listBytes(list.offset, list.postingsBytes), list.postingsBytes)
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    this.readSkips()
  }

  private readSkips(): void {
    const { skips, blocks, hasProof } = this
    const cursor = new ByteReader(this.bytes)
    let document = -1
    let offset = 0
    let proofOffset = 0
    let at = 0
    for (let block = 1; block < blocks; block++, at += SKIP_FIELDS) {
      document += cursor.readVarint()
      skips[at + LAST_DOCUMENT] = document
      skips[at + BLOCK_OFFSET] = offset
      skips[at + PROOF_OFFSET] = proofOffset
      offset += cursor.readVarint()
      if (hasProof) proofOffset += cursor.readVarint()
    }
    skips[at + LAST_DOCUMENT] = UNKNOWN
    skips[at + BLOCK_OFFSET] = offset
    skips[at + PROOF_OFFSET] = proofOffset
    for (at = BLOCK_OFFSET; at < skips.length; at += SKIP_FIELDS) skips[at]! += cursor.at
  }

  /** Decodes the documents of a block, unless they are. */
  private decode(block: number): void {
    const { skips } = this
    const at = block * SKIP_FIELDS
    if (skips[at + FREQUENCIES_AT]! > 0) return
    const start = block * POSTINGS_BLOCK
    const previous = block === 0 ? -1 : skips[at - SKIP_FIELDS]!
    const count = Math.min(POSTINGS_BLOCK, this.count - start)
    const offset = skips[at + BLOCK_OFFSET]!
    skips[at + FREQUENCIES_AT] = decodeDocuments(this.view, offset, count, previous, this.decoded, start)
    skips[at] = this.decoded[start + count - 1]!
  }

  /** Decodes the frequencies of a block; returns the bit position after them. */
  private decodeFrequencies(block: number): number {
    this.open()
    this.decode(block)
    const { skips, count } = this
    const at = block * SKIP_FIELDS
    const start = block * POSTINGS_BLOCK
    skips[at + HAS_FREQUENCIES] = 1
    return decodeFrequencies(
      this.view,
      skips[at + FREQUENCIES_AT]!,
      Math.min(POSTINGS_BLOCK, count - start),
      this.decoded,
      count + start,
    )
  }

  private openProof(): Uint8Array {
    const { field, count, proofOffset, proofBytes } = this.list
    if (count > POSTINGS_BLOCK) return this.segment.listBytes(proofOffset, proofBytes)
    if (count > 1) {
      this.proofStart = this.decodeFrequencies(0)
      return this.bytes
    }
    const place = this.segment.dictionary.findSingleProof(this.term, field)
    this.proofStart = place?.position ?? 0
    return place?.bytes ?? NO_BYTES
  }
}

/** Bytes that reach a few beyond a list, also at the end of a file, where zeros stand for what is missing. */
function withSlack(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length + SLACK) return bytes
  const longer = new Uint8Array(length + SLACK)
  longer.set(bytes)
  return longer
}
