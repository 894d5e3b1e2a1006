import { BitWriter } from './bitWriter'
import { ByteWriter } from './byteWriter'
import { encodePostingsBlock, POSTINGS_BLOCK } from './postingsCodec'
import { type PostingsBuffer } from './postingsBuffer'
import { encodeProof } from './proofCodec'
import { DICTIONARY_BLOCK } from './segmentFormat'
import { encodeUnits, isCodePointPair, NO_PAIR_KEY, pairKey, writeSized } from './termKey'

/** What `TermWriter` has gathered when all terms are written. */
export interface WrittenTerms {
  readonly dictionary: Uint8Array
  readonly pairDirectory: Uint8Array
  readonly wordDirectory: Uint8Array
  readonly grams: Uint8Array
  readonly pairTerms: number
  readonly wordTerms: number
}

/**
 * Writes terms with their postings: the lists go to the sink as they come, the dictionary is kept until the end.
 *
 * A term's lists, in `lists`: for each of its fields in order the postings, then for each the proof, if the term is
 * a pair of code points and the segment has proofs. A list of one document has neither: it is in the dictionary.
 *
 *     postings   skip table: for each block of 128 but the last: varint last document − last document of the block
 *                before (−1 for the first), varint bytes of the block, varint bytes of its proof if there is one
 *                blocks, each beginning at a byte, see `encodePostingsBlock`
 *     proof      blocks of the same documents, each beginning at a byte, see `encodeProof`
 *
 * A list of at most 128 documents is one block without a skip table, and its proof follows bit by bit.
 *
 * A dictionary block of n ≤ 64 terms:
 *
 *     varint     where the lists of its first term begin, within `lists`; the others follow each other
 *     n keys     pair terms: varint (key − key before, 0 for the first) × 2 + m
 *                others: varint (bytes shared with the term before, 0 for the first) × 2 + m, varint number of
 *                further bytes, these bytes, of the term's units
 *                m is 1 where the fields differ from those of the term before; the first has m = 1
 *     n entries  if m is 1 the fields, see `fieldMask`
 *                for each field a varint, its two lowest bits say:
 *                  0  a list: the rest is the number of documents; varint bytes of the postings; with more than 128
 *                     documents and a proof, varint bytes of the proof
 *                  1  one document, which is the rest, and once
 *                  3  one document, which is the rest; varint frequency
 *     tail       the proofs of the one-document lists, one after the other, bit by bit
 */
export class TermWriter {
  private readonly write: (bytes: Uint8Array) => void
  private readonly hasProofs: boolean
  private readonly dictionary = new ByteWriter(1 << 16)
  private readonly pairKeys = new ByteWriter()
  private readonly pairOffsets = new ByteWriter()
  private readonly wordOffsets = new ByteWriter()
  private readonly wordEnds = new ByteWriter()
  private readonly wordFirsts = new ByteWriter()
  private readonly grams = new ByteWriter()
  private gramCount = 0
  private pairTerms = 0
  private wordTerms = 0

  private readonly keys = new ByteWriter()
  private readonly entries = new ByteWriter()
  private readonly singleProofs = new BitWriter()
  private blockTerms = 0
  private blockListsOffset = 0
  private blockIsPair = false
  private lastKey = 0
  private lastWord: Uint8Array = new Uint8Array(0)
  private lastMask = ''

  private readonly lists = new ByteWriter(1 << 16)
  private readonly proofs = new ByteWriter(1 << 12)
  private readonly skips = new ByteWriter()
  private readonly postingBits = new BitWriter()
  private readonly proofBits = new BitWriter()
  private flushedLists = 0

  /** `write` receives the bytes of `lists`. */
  constructor(write: (bytes: Uint8Array) => void, hasProofs: boolean) {
    this.write = write
    this.hasProofs = hasProofs
  }

  /**
   * Adds a term. `lists` holds one buffer per field, in field order, an empty one where the field lacks the term;
   * at least one is not empty. Terms come in file order: those with a pair key first.
   */
  add(term: string, lists: readonly PostingsBuffer[]): void {
    const key = pairKey(term)
    if (
      this.blockTerms === DICTIONARY_BLOCK ||
      (this.blockTerms > 0 && this.blockIsPair !== (key !== NO_PAIR_KEY))
    ) {
      this.endBlock()
    }
    if (this.blockTerms === 0) this.beginBlock(term, key)
    const mask = fieldMask(lists)
    const isOtherMask = mask === this.lastMask ? 0 : 1
    this.lastMask = mask
    if (key !== NO_PAIR_KEY) {
      this.keys.writeVarint((key - this.lastKey) * 2 + isOtherMask)
      this.lastKey = key
      this.pairTerms++
    } else {
      this.writeWord(term, isOtherMask)
      this.wordTerms++
    }
    if (isOtherMask === 1) for (const byte of mask) this.entries.writeByte(byte.charCodeAt(0))
    this.writeEntry(lists, this.hasProofs && isCodePointPair(term))
    this.blockTerms++
  }

  /**
   * Adds a run of three or more characters whose documents are worth a list of their own; after all terms. Its
   * frequencies do not matter.
   *
   * The section `grams`: uint32 number of grams; then each: varint number of bytes, units; the entry as in a
   * dictionary block, always with lists; varint where these begin, within `lists`.
   */
  addGram(gram: string, lists: readonly PostingsBuffer[]): void {
    if (this.blockTerms > 0) this.endBlock()
    writeSized(this.grams, encodeUnits(gram))
    const offset = this.listsOffset()
    for (const byte of fieldMask(lists)) this.entries.writeByte(byte.charCodeAt(0))
    this.writeEntry(lists, false)
    this.grams.writeBytes(this.entries.view())
    this.grams.writeVarint(offset)
    this.entries.clear()
    this.gramCount++
  }

  /** Flushes the last lists and hands over the dictionary. */
  finish(): WrittenTerms {
    if (this.blockTerms > 0) this.endBlock()
    this.flushLists()
    const pairDirectory = new ByteWriter(this.pairKeys.length * 2)
    pairDirectory.writeBytes(this.pairKeys.view())
    pairDirectory.writeBytes(this.pairOffsets.view())
    const wordDirectory = new ByteWriter(this.wordOffsets.length * 2 + this.wordFirsts.length)
    wordDirectory.writeBytes(this.wordOffsets.view())
    wordDirectory.writeBytes(this.wordEnds.view())
    wordDirectory.writeBytes(this.wordFirsts.view())
    const grams = new ByteWriter(this.grams.length + 4)
    grams.writeUint32(this.gramCount)
    grams.writeBytes(this.grams.view())
    return {
      dictionary: this.dictionary.view(),
      pairDirectory: pairDirectory.view(),
      wordDirectory: wordDirectory.view(),
      grams: grams.view(),
      pairTerms: this.pairTerms,
      wordTerms: this.wordTerms,
    }
  }

  private listsOffset(): number {
    return this.flushedLists + this.lists.length
  }

  private beginBlock(term: string, key: number): void {
    this.blockIsPair = key !== NO_PAIR_KEY
    this.blockListsOffset = this.listsOffset()
    this.lastKey = 0
    this.lastWord = new Uint8Array(0)
    this.lastMask = ''
    if (this.blockIsPair) {
      this.pairKeys.writeUint32(key)
      this.pairOffsets.writeUint32(this.dictionary.length)
    } else {
      this.wordOffsets.writeUint32(this.dictionary.length)
      this.wordFirsts.writeBytes(encodeUnits(term))
      this.wordEnds.writeUint32(this.wordFirsts.length)
    }
  }

  private endBlock(): void {
    this.dictionary.writeVarint(this.blockListsOffset)
    this.dictionary.writeBytes(this.keys.view())
    this.dictionary.writeBytes(this.entries.view())
    this.singleProofs.moveTo(this.dictionary)
    this.keys.clear()
    this.entries.clear()
    this.blockTerms = 0
  }

  private writeWord(term: string, isOtherMask: number): void {
    const units = encodeUnits(term)
    let shared = 0
    const most = Math.min(units.length, this.lastWord.length)
    while (shared < most && units[shared] === this.lastWord[shared]) shared++
    this.keys.writeVarint(shared * 2 + isOtherMask)
    writeSized(this.keys, units.subarray(shared))
    this.lastWord = units
  }

  private writeEntry(lists: readonly PostingsBuffer[], hasProof: boolean): void {
    for (const list of lists) {
      if (list.count === 0) continue
      if (list.count === 1) {
        this.writeSingle(list, hasProof)
        continue
      }
      const listStart = this.lists.length
      const proofStart = this.proofs.length
      if (list.count > POSTINGS_BLOCK) this.writeList(list, hasProof)
      else this.writeBlock(list, hasProof)
      this.entries.writeVarint(list.count * 4)
      this.entries.writeVarint(this.lists.length - listStart)
      if (hasProof && list.count > POSTINGS_BLOCK) this.entries.writeVarint(this.proofs.length - proofStart)
    }
    if (this.proofs.length > 0) {
      this.lists.writeBytes(this.proofs.view())
      this.proofs.clear()
    }
    if (this.lists.length > 1 << 18) this.flushLists()
  }

  private writeSingle(list: PostingsBuffer, hasProof: boolean): void {
    const document = list.documents[0]!
    const frequency = list.frequencies[0]!
    this.entries.writeVarint(document * 4 + (frequency === 1 ? 1 : 3))
    if (frequency > 1) this.entries.writeVarint(frequency)
    if (hasProof) encodeProof(this.singleProofs, list.leftGaps, list.rightGaps, 0, frequency)
  }

  /** A list of one block: the proof follows the postings bit by bit. */
  private writeBlock(list: PostingsBuffer, hasProof: boolean): void {
    encodePostingsBlock(this.postingBits, list.documents, list.frequencies, 0, list.count, -1)
    if (hasProof) encodeProof(this.postingBits, list.leftGaps, list.rightGaps, 0, list.pairCount)
    this.postingBits.moveTo(this.lists)
  }

  private writeList(list: PostingsBuffer, hasProof: boolean): void {
    const { documents, frequencies, count } = list
    let previous = -1
    let pair = 0
    let postingsEnd = 0
    let proofEnd = 0
    for (let start = 0; start < count; start += POSTINGS_BLOCK) {
      const end = Math.min(count, start + POSTINGS_BLOCK)
      encodePostingsBlock(this.postingBits, documents, frequencies, start, end, previous)
      const postingsBytes = this.postingBits.align() - postingsEnd
      postingsEnd += postingsBytes
      let proofBytes = 0
      if (hasProof) {
        const pairStart = pair
        for (let i = start; i < end; i++) pair += frequencies[i]!
        encodeProof(this.proofBits, list.leftGaps, list.rightGaps, pairStart, pair)
        proofBytes = this.proofBits.align() - proofEnd
        proofEnd += proofBytes
      }
      if (end < count) {
        this.skips.writeVarint(documents[end - 1]! - previous)
        this.skips.writeVarint(postingsBytes)
        if (hasProof) this.skips.writeVarint(proofBytes)
      }
      previous = documents[end - 1]!
    }
    this.lists.writeBytes(this.skips.view())
    this.postingBits.moveTo(this.lists)
    this.proofBits.moveTo(this.proofs)
    this.skips.clear()
  }

  private flushLists(): void {
    this.write(this.lists.view())
    this.flushedLists += this.lists.length
    this.lists.clear()
  }
}

/**
 * Which fields have the term, as characters below 256, one a byte: one bit a field, seven to a byte, lowest first, the
 * high bit if more bytes follow.
 */
function fieldMask(lists: readonly PostingsBuffer[]): string {
  let last = lists.length - 1
  while (lists[last]!.count === 0) last--
  let mask = ''
  for (let start = 0; start <= last; start += 7) {
    let byte = start + 7 <= last ? 0x80 : 0
    for (let bit = 0; bit < 7 && start + bit <= last; bit++) {
      if (lists[start + bit]!.count > 0) byte |= 1 << bit
    }
    mask += String.fromCharCode(byte)
  }
  return mask
}
