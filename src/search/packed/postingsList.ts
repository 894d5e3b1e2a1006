import { ByteReader } from './byteReader'
import { DocumentPlaces } from './documentPlaces'
import { decodeFrequencies } from './frequencyCodec'
import { decodeDocuments, POSTINGS_BLOCK } from './postingsCodec'
import { PostingsProof } from './postingsProof'
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
/** The greatest frequency that is kept in a byte. */
const BYTE_FREQUENCY = 255

/** What is known of a block, in this order in `skips`. */
const LAST_DOCUMENT = 0
/** Where the block begins, as a byte of the list. */
const BLOCK_OFFSET = 1
const PROOF_OFFSET = 2
/** The bit position of its frequencies; 0 as long as its documents are not decoded. */
const FREQUENCIES_AT = 3
const SKIP_FIELDS = 4

/** When as many documents were looked up as this share of a list, it is made ready for many more. */
const OFTEN_LOOKED_UP = 1 / 4
/** What the objects of a list take, about. */
const OBJECT_BYTES = 600

const blockFrequencies = new Int32Array(POSTINGS_BLOCK)

/**
 * The postings of a term in one field of one segment. Nothing is read before it is needed, and blocks are decoded at
 * most once, so that matching, proving, scoring and the next queries share the work. What it gives away is never to be
 * changed.
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
  /** The documents, rising, where they are decoded; empty before the list is opened. */
  private decoded = NO_INTEGERS
  private isWhole = false
  private places: DocumentPlaces | undefined
  /** How many documents were looked up before there were places. */
  private lookedUp = 0
  /** Their frequencies; 0 where one is not decoded or does not fit into a byte. */
  private frequencies = NO_BYTES
  private greatFrequencies: Map<number, number> | undefined
  private impacts = NO_BYTES
  private norms: Float64Array | undefined
  private d = 0
  private skips = NO_INTEGERS
  private proof: PostingsProof | undefined

  constructor(segment: Segment, term: string, { hasProof }: TermEntry, list: ListEntry) {
    this.count = list.count
    this.blocks = Math.ceil(list.count / POSTINGS_BLOCK)
    this.segment = segment
    this.term = term
    this.list = list
    this.hasProof = hasProof
  }

  /** How many bytes the list holds at most, when all of it is decoded. */
  get mostBytes(): number {
    const { count, blocks, list } = this
    const perDocument = 4 + 1 + 1 + 4 + PostingsProof.bytesPerDocument
    return (
      OBJECT_BYTES + count * perDocument + blocks * SKIP_FIELDS * 4 + list.postingsBytes + list.proofBytes
    )
  }

  /** All documents, rising. */
  get documents(): Int32Array {
    if (this.isWhole) return this.decoded
    this.open()
    for (let block = 0; block < this.blocks; block++) this.decode(block)
    this.isWhole = true
    return this.decoded
  }

  /** How often the term is in the document at a place of this list. */
  frequencyAt(place: number): number {
    const frequency = this.frequencies[place]!
    return frequency > 0 ? frequency : this.readFrequency(place)
  }

  /**
   * Per place an impact: what the posting adds to a score, rounded up to a byte, or 0 where that is not known. Who reads
   * them writes what is missing. They are new wherever what they depend on is another than the last time.
   */
  impactsBy(norms: Float64Array, d: number): Uint8Array {
    if (this.impacts.length === 0) this.impacts = new Uint8Array(this.count)
    else if (this.norms !== norms || this.d !== d) this.impacts.fill(0)
    this.norms = norms
    this.d = d
    return this.impacts
  }

  /**
   * For each of the first `count` of `wanted`, which rise, writes its place in this list to `places`, or −1. Blocks that
   * hold none of them are not decoded.
   */
  locate(wanted: Int32Array, count: number, places: Int32Array): void {
    const known = this.placesFor(count)
    if (known !== undefined) {
      known.locate(wanted, count, places)
      return
    }
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
          places.fill(-1, i, count)
          return
        }
        last = skips[block * SKIP_FIELDS]!
        place = block * POSTINGS_BLOCK
        end = Math.min(this.count, place + POSTINGS_BLOCK)
      }
      if (decoded[place]! < document) place = placeFrom(decoded, document, place + 1, end)
      places[i] = decoded[place] === document ? place : -1
    }
  }

  /** Keeps of the first `count` of `candidates`, which rise, those that are in this list; returns their number. */
  intersect(candidates: Int32Array, count: number): number {
    const known = this.placesFor(count)
    if (known !== undefined) return known.intersect(candidates, count)
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
   * their number. It is quickest where places rise from call to call.
   */
  readRanks(place: number, left: Int32Array, right: Int32Array): number {
    this.proof ??= this.openProof()
    return this.proof.readRanks(place, this.frequencyAt(place), left, right)
  }

  /**
   * The ranks of the only occurrence in the document at a place: the right one × 256 + the left one. 0 if it has several,
   * if a rank is not below 256, or if they were not read yet.
   */
  singleRanksAt(place: number): number {
    return this.proof === undefined ? 0 : this.proof.singles[place]!
  }

  /** The places of all documents, if they are known or so many look-ups more make it worth while. */
  private placesFor(count: number): DocumentPlaces | undefined {
    if (this.places !== undefined) return this.places
    this.lookedUp += count
    if (this.lookedUp < this.count * OFTEN_LOOKED_UP) return undefined
    return (this.places = new DocumentPlaces(this.documents))
  }

  /** Finds the list's bytes and reads where its blocks begin. */
  private open(): void {
    if (this.decoded.length > 0) return
    const { segment, list, count, blocks } = this
    this.decoded = new Int32Array(count)
    this.frequencies = new Uint8Array(count)
    this.skips = new Int32Array(blocks * SKIP_FIELDS)
    if (count === 1) {
      this.decoded[0] = list.document
      this.noteFrequency(0, list.frequency)
      this.skips[LAST_DOCUMENT] = list.document
      this.skips[FREQUENCIES_AT] = 1
      return
    }
    this.bytes = ownBytes(segment.listBytes(list.offset, list.postingsBytes), list.postingsBytes)
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

  /** A frequency that is not at hand: that of a block which is decoded now, or a great one. */
  private readFrequency(place: number): number {
    const great = this.greatFrequencies?.get(place)
    if (great !== undefined) return great
    this.decodeFrequencies(Math.floor(place / POSTINGS_BLOCK))
    return this.frequencies[place]! || this.greatFrequencies!.get(place)!
  }

  /** Decodes the frequencies of a block; returns the bit position after them. */
  private decodeFrequencies(block: number): number {
    this.open()
    this.decode(block)
    const start = block * POSTINGS_BLOCK
    const count = Math.min(POSTINGS_BLOCK, this.count - start)
    const position = this.skips[block * SKIP_FIELDS + FREQUENCIES_AT]!
    const end = decodeFrequencies(this.view, position, count, blockFrequencies, 0)
    for (let i = 0; i < count; i++) this.noteFrequency(start + i, blockFrequencies[i]!)
    return end
  }

  private noteFrequency(place: number, frequency: number): void {
    if (frequency <= BYTE_FREQUENCY) this.frequencies[place] = frequency
    else (this.greatFrequencies ??= new Map<number, number>()).set(place, frequency)
  }

  private openProof(): PostingsProof {
    this.open()
    const { field, count, proofOffset, proofBytes } = this.list
    const frequencyAt = (place: number): number => this.frequencyAt(place)
    if (count > POSTINGS_BLOCK) {
      const { skips } = this
      const begins = Array.from(
        { length: this.blocks },
        (_, block) => skips[block * SKIP_FIELDS + PROOF_OFFSET]! * 8,
      )
      const bytes = ownBytes(this.segment.listBytes(proofOffset, proofBytes), proofBytes)
      return new PostingsProof(bytes, begins, count, frequencyAt)
    }
    if (count > 1) return new PostingsProof(this.bytes, [this.decodeFrequencies(0)], count, frequencyAt)
    const place = this.segment.dictionary.findSingleProof(this.term, field)
    return new PostingsProof(place?.bytes ?? NO_BYTES, [place?.position ?? 0], count, frequencyAt)
  }
}

/**
 * Bytes that reach a few beyond a list, also at the end of a file, where zeros stand for what is missing; a copy where
 * they are a part of more, which would be kept with them.
 */
function ownBytes(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length + SLACK && bytes.length === bytes.buffer.byteLength) return bytes
  const own = new Uint8Array(length + SLACK)
  own.set(bytes.subarray(0, length + SLACK))
  return own
}
