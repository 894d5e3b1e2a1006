import { POSTINGS_BLOCK } from './postingsCodec'
import { decodeProof, skipProof } from './proofCodec'

/** Documents from one marked place in the proof to the next. */
const MARKED = 16
/** Stands for no place. */
const NOWHERE = 0x7fffffff
/** The greatest rank that is kept in a byte. */
const BYTE_RANK = 255

/**
 * The rank links of a list, read at any place. Where documents begin is marked as far as it was read, and the ranks of
 * those that occur once are kept: mostly that is all.
 */
export class PostingsProof {
  /** How many bytes it takes at most for each document, besides those of the proof itself. */
  static readonly bytesPerDocument = 2 + 4 / MARKED

  /** By place: the ranks of the only occurrence, the right one × 256 + the left one; 0 where that is not known. */
  readonly singles: Uint16Array
  private readonly bytes: Uint8Array
  private readonly count: number
  private readonly frequencyAt: (place: number) => number
  /** The bit position of every 16th document, plus one; 0 where it is not known. */
  private readonly marks: Int32Array
  /** The place after the one that was read last, and its bit position. */
  private place = NOWHERE
  private position = 0

  /** `begins` are the bit positions of the blocks in `bytes`, `count` is the number of documents. */
  constructor(
    bytes: Uint8Array,
    begins: readonly number[],
    count: number,
    frequencyAt: (place: number) => number,
  ) {
    this.bytes = bytes
    this.count = count
    this.frequencyAt = frequencyAt
    this.singles = new Uint16Array(count)
    this.marks = new Int32Array(Math.ceil(count / MARKED))
    begins.forEach((position, block) => (this.marks[(block * POSTINGS_BLOCK) / MARKED] = position + 1))
  }

  /** Writes the ranks of the document at `place`, which has so many occurrences, to `left` and `right`; returns that. */
  readRanks(place: number, occurrences: number, left: Int32Array, right: Int32Array): number {
    const single = this.singles[place]!
    if (single > 0) {
      left[0] = single & 0xff
      right[0] = single >>> 8
      return 1
    }
    let from = this.place
    if (from > place || (from ^ place) >= MARKED) {
      from = place - (place % MARKED)
      this.position = this.markedPosition(from)
    }
    const position = this.passOver(this.position, from, place)
    this.position = decodeProof(this.bytes, position, occurrences, left, right)
    this.noteNext(place + 1)
    if (occurrences === 1 && (left[0]! | right[0]!) <= BYTE_RANK) {
      this.singles[place] = left[0]! | (right[0]! << 8)
    }
    return occurrences
  }

  /** Notes that the position is where the document at `next` begins, unless it is in another block. */
  private noteNext(next: number): void {
    const isInBlock = next % POSTINGS_BLOCK !== 0 && next < this.count
    this.place = isInBlock ? next : NOWHERE
    if (isInBlock && next % MARKED === 0) this.marks[next / MARKED] = this.position + 1
  }

  /** Where a document begins whose place is a multiple of 16. */
  private markedPosition(place: number): number {
    const { marks } = this
    const mark = place / MARKED
    let known = mark
    while (marks[known] === 0) known--
    for (; known < mark; known++) {
      const from = known * MARKED
      marks[known + 1] = this.passOver(marks[known]! - 1, from, from + MARKED) + 1
    }
    return marks[mark]! - 1
  }

  /** The bit position after the documents `[from, to)` of one block, of which the first is at `position`. */
  private passOver(position: number, from: number, to: number): number {
    let passed = 0
    for (let place = from; place < to; place++) passed += this.frequencyAt(place)
    return passed > 0 ? skipProof(this.bytes, position, passed) : position
  }
}
