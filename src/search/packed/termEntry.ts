import type { ByteReader } from './byteReader'
import { POSTINGS_BLOCK } from './postingsCodec'

/** A term's postings in one field, as the dictionary describes them. */
export interface ListEntry {
  readonly field: number
  /** Number of documents, removed ones included. */
  readonly count: number
  /** The only document and its frequency, if `count` is 1. */
  readonly document: number
  readonly frequency: number
  /** Where postings and proof lie within the section `lists`, if `count` is greater; up to one block they are one. */
  readonly offset: number
  readonly postingsBytes: number
  readonly proofOffset: number
  readonly proofBytes: number
}

/** A term of one segment. */
export interface TermEntry {
  readonly lists: readonly ListEntry[]
  /** Whether its lists carry rank links. */
  readonly hasProof: boolean
  /** The first byte after the term's lists, where the next term's begin. */
  readonly listsEnd: number
  /** Pairs of ranks that the one-document lists hold. */
  readonly singlePairs: number
}

/** Reads the entry at the cursor (see `TermWriter`) of a term in `fields`, whose lists begin at `listsOffset`. */
export function readTermEntry(
  cursor: ByteReader,
  fields: readonly number[],
  hasProof: boolean,
  listsOffset: number,
): TermEntry {
  const lists: ListEntry[] = []
  let offset = listsOffset
  let singlePairs = 0
  let proofs = false
  for (const field of fields) {
    const head = cursor.readVarint()
    const kind = head & 3
    const value = (head - kind) / 4
    if (kind === 0) {
      const postingsBytes = cursor.readVarint()
      const proofBytes = hasProof && value > POSTINGS_BLOCK ? cursor.readVarint() : 0
      lists.push({
        field,
        count: value,
        document: -1,
        frequency: 0,
        offset,
        postingsBytes,
        proofOffset: 0,
        proofBytes,
      })
      offset += postingsBytes
      proofs ||= proofBytes > 0
    } else {
      const frequency = kind === 3 ? cursor.readVarint() : 1
      if (hasProof) singlePairs += frequency
      lists.push({
        field,
        count: 1,
        document: value,
        frequency,
        offset: 0,
        postingsBytes: 0,
        proofOffset: 0,
        proofBytes: 0,
      })
    }
  }
  if (!proofs) return { lists, hasProof, listsEnd: offset, singlePairs }
  const placed = lists.map((list) => {
    if (list.proofBytes === 0) return list
    const proofOffset = offset
    offset += list.proofBytes
    return { ...list, proofOffset }
  })
  return { lists: placed, hasProof, listsEnd: offset, singlePairs }
}

/** What has to be known of an entry that is passed over. */
export interface SkippedEntries {
  listsBytes: number
  singlePairs: number
}

/** Passes over the entry at the cursor and adds to `skipped` what it takes up elsewhere. */
export function skipTermEntry(
  cursor: ByteReader,
  fieldCount: number,
  hasProof: boolean,
  skipped: SkippedEntries,
): void {
  for (let left = fieldCount; left > 0; left--) {
    const head = cursor.readVarint()
    const kind = head & 3
    if (kind === 0) {
      skipped.listsBytes += cursor.readVarint()
      if (hasProof && head > POSTINGS_BLOCK * 4) skipped.listsBytes += cursor.readVarint()
    } else {
      const frequency = kind === 3 ? cursor.readVarint() : 1
      if (hasProof) skipped.singlePairs += frequency
    }
  }
}

/** Reads the fields of a term, as `TermWriter` writes them. */
export function readFields(cursor: ByteReader): number[] {
  const fields: number[] = []
  let mask: number
  let first = 0
  do {
    mask = cursor.readByte()
    for (let bit = 0; bit < 7; bit++) if (mask & (1 << bit)) fields.push(first + bit)
    first += 7
  } while (mask >= 0x80)
  return fields
}
