import type { DecodedBlock } from './dictionary'
import type { PostingsBuffer } from './postingsBuffer'
import { PostingsList } from './postingsList'
import { decodeProof, skipProof } from './proofCodec'
import type { Segment } from './segment'
import type { ListEntry, TermEntry } from './termEntry'

/** Walks through all terms of a segment in file order, and copies their postings for merging. */
export class TermCursor {
  /** The term the cursor stands at; undefined after the last. */
  term: string | undefined
  private readonly segment: Segment
  private block: DecodedBlock | undefined
  private blockNumber = -1
  private index = 0
  private tailPosition = 0
  private left = new Int32Array(256)
  private right = new Int32Array(256)

  constructor(segment: Segment) {
    this.segment = segment
    this.advance()
  }

  /** Goes on to the next term. */
  advance(): void {
    const passed = this.block?.[this.index]
    if (passed !== undefined) {
      const [, entry] = passed
      if (entry.singlePairs > 0) {
        this.tailPosition = skipProof(this.block!.tail.bytes, this.tailPosition, entry.singlePairs)
      }
      this.index++
    }
    if (this.block === undefined || this.index === this.block.length) {
      if (++this.blockNumber >= this.segment.dictionary.blocks) {
        this.term = undefined
        return
      }
      this.block = this.segment.dictionary.decodeBlock(this.blockNumber)
      this.index = 0
      this.tailPosition = this.block.tail.position
    }
    this.term = this.block[this.index]![0]
  }

  /**
   * Appends the current term's postings to the buffers, one per field. `ordinals` gives each document's new number,
   * or −1 for those to be left out. Rank links are copied if `withProofs`.
   */
  copyTo(buffers: readonly PostingsBuffer[], ordinals: Int32Array, withProofs: boolean): void {
    const [term, entry] = this.block![this.index]!
    const hasProof = withProofs && entry.hasProof
    let tailPosition = this.tailPosition
    for (const list of entry.lists) {
      const buffer = buffers[list.field]!
      if (list.count > 1) {
        this.copyList(buffer, term, entry, list, ordinals, hasProof)
        continue
      }
      const ordinal = ordinals[list.document]!
      if (hasProof) {
        this.reserve(list.frequency)
        tailPosition = decodeProof(
          this.block!.tail.bytes,
          tailPosition,
          list.frequency,
          this.left,
          this.right,
        )
        if (ordinal >= 0) this.copyPairs(buffer, list.frequency)
      }
      if (ordinal >= 0) buffer.addDocument(ordinal, list.frequency)
    }
  }

  private copyList(
    buffer: PostingsBuffer,
    term: string,
    entry: TermEntry,
    listEntry: ListEntry,
    ordinals: Int32Array,
    hasProof: boolean,
  ): void {
    const list = new PostingsList(this.segment, term, entry, listEntry)
    const { documents } = list
    for (let i = 0; i < list.count; i++) {
      const ordinal = ordinals[documents[i]!]!
      if (ordinal < 0) continue
      const frequency = list.frequencyAt(i)
      buffer.addDocument(ordinal, frequency)
      if (!hasProof) continue
      this.reserve(frequency)
      list.readRanks(i, this.left, this.right)
      this.copyPairs(buffer, frequency)
    }
  }

  private copyPairs(buffer: PostingsBuffer, count: number): void {
    let left = 0
    let right = 0
    for (let i = 0; i < count; i++) {
      buffer.addPair(this.left[i]! - left, this.right[i]! - right)
      left = this.left[i]!
      right = this.right[i]!
    }
  }

  private reserve(count: number): void {
    if (count <= this.left.length) return
    this.left = new Int32Array(count * 2)
    this.right = new Int32Array(count * 2)
  }
}
