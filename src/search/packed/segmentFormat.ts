/**
 * The file format of a segment, version 2. Everything is little-endian; `varint` is LEB128 (`ByteWriter`), `units`
 * is a string as `encodeUnits` writes it; offsets count from the beginning of the file unless it says otherwise.
 *
 *     header      8 bytes "JBPACKED", uint16 version, uint16 zero, uint32 zero
 *     sections    in the order of `Section`, each beginning at a multiple of 8
 *     directory   one entry per section: uint16 id, uint16 zero, uint32 checksum, uint64 offset, uint64 length
 *     footer      40 bytes: uint64 offset of the directory, uint32 number of sections, uint32 checksum of the
 *                 directory, uint64 length of the file, uint32 zero, uint32 checksum of the 28 bytes before,
 *                 8 bytes "DEKCAPBJ"
 *
 * The directory stands at the end, so that a segment can be streamed out without going back. Checksums are xxHash32.
 * The sections before `granuleChecksums` stay on disk and are checked granule by granule as they are read; those
 * from there on are read at opening, in one go, and checked as a whole.
 *
 *     lists              postings and proofs of all terms and grams, one term's adjacent, see `TermWriter`
 *     dictionary         blocks of 64 terms, see `TermWriter`: first the terms with a pair key, by key, then the
 *                        others, by their units; neither shares a block with the other
 *     documentIds        uint32 end of each block of 32 ids, counted from the end of this table; then the blocks, see
 *                        `writeDocumentId`
 *     documentIdOrder    the numbers of all documents, in the order of their ids' bytes; 1 to 4 bytes each, as
 *                        many as the greatest number needs
 *     storedFields       only if fields are stored: uint32 end of each document's fields, counted from the end of
 *                        this table; then the fields as JSON, UTF-8
 *     granuleChecksums   uint32 checksum of each 4,096 bytes of the file up to here (the last may be shorter)
 *     pairDirectory      per dictionary block of pair terms: uint32 first key; then uint32 offset within `dictionary`
 *     wordDirectory      per dictionary block of other terms: uint32 offset within `dictionary`; then the uint32 end
 *                        of each block's first term, counted from the end of this table; then those terms, units
 *     grams              see `TermWriter.addGram`
 *     fieldLengths       per field: documents × 1, 2 or 4 bytes (`meta.lengthBytes`), aligned to 4: number of distinct
 *                        tokens plus one, 0 where the document has no such field
 *     columns            the columns of `meta.columns` in order, see `ColumnBuffer`
 *     meta               JSON, UTF-8: `SegmentMeta`
 *     tombstones         only if documents were removed: one bit a document, lowest bit of the first uint32 first
 *     state              only if needed: JSON, UTF-8: `SegmentSetState`
 *
 * `tombstones` and `state` come last: a segment with fresh tombstones is the old file up to there, and a new end.
 */
export const FORMAT_VERSION = 2

/** The sections of a segment, in file order. */
export const Section = {
  lists: 1,
  dictionary: 2,
  documentIds: 3,
  documentIdOrder: 4,
  storedFields: 5,
  granuleChecksums: 6,
  pairDirectory: 7,
  wordDirectory: 8,
  grams: 9,
  fieldLengths: 10,
  columns: 11,
  meta: 12,
  tombstones: 13,
  state: 14,
} as const

export type SectionId = (typeof Section)[keyof typeof Section]

/** The unit in which what stays on disk is checked. Pages of a cache are multiples of it. */
export const GRANULE_BYTES = 4096

/** Terms per dictionary block. */
export const DICTIONARY_BLOCK = 64

/** A column as a segment describes it. */
export interface ColumnMeta {
  readonly name: string
  readonly kind: 'single' | 'multiple'
  /** Least and greatest value; both 0 if there is none. */
  readonly least: number
  readonly greatest: number
  /** Bytes of one value. */
  readonly valueBytes: 1 | 2 | 4
  /** Number of values: of documents for `single`, of all values together for `multiple`. */
  readonly values: number
}

/** What a segment says about itself. */
export interface SegmentMeta {
  readonly documents: number
  readonly fields: readonly string[]
  /** The name of the tokenizer that made the terms, as given in the options. */
  readonly fingerprint: string
  /** Whether pairs of characters carry rank links, so that a run can be proven. */
  readonly proofs: boolean
  readonly pairTerms: number
  readonly wordTerms: number
  readonly storesFields: boolean
  readonly lengthBytes: readonly (1 | 2 | 4)[]
  /** Per field: the sum of the lengths, and how many documents have it. */
  readonly lengthTotals: readonly number[]
  readonly lengthCounts: readonly number[]
  readonly columns: readonly ColumnMeta[]
}

/**
 * MiniSearch's running averages depend on the order in which documents came and went, not only on which are left.
 * Segments that were written together carry the averages as they were; they hold only for exactly that set.
 */
export interface SegmentSetState {
  /** `Segment.identity` of every segment of the set, in order. */
  readonly segments: readonly string[]
  readonly averageFieldLengths: readonly (number | null)[]
}

/** Where a section stands in its file. */
export interface SectionEntry {
  readonly id: number
  readonly checksum: number
  readonly offset: number
  readonly length: number
}
