/** How much of an input is read before it is given up, so that no file can fill the memory or hold the work for ever. */
export interface ReadingLimits {
  /** Archives inside each other: 1 reads none that is inside another. */
  readonly depth: number
  /** Files in all the archives of an input. */
  readonly entries: number
  /** Bytes that the compressed parts of an input may be once they are decompressed. */
  readonly inflatedBytes: number
  /** How many times longer than its compressed bytes content may be, once it is longer than {@link inflatedFloor}. */
  readonly ratio: number
  /** Content up to this length may be compressed as well as it likes. */
  readonly inflatedFloor: number
  /** Bytes of a page or a document, which is held as a whole. */
  readonly documentBytes: number
  /** Bytes of an archive inside another, which is put aside as a whole. */
  readonly asideBytes: number
  /** UTF-16 units of one row of a table. */
  readonly rowCharacters: number
  /** UTF-16 units of all the texts that a workbook keeps apart from its cells. */
  readonly sharedCharacters: number
  /** Columns of a table. */
  readonly columns: number
  /** Articles of an input. */
  readonly articles: number
  /** Milliseconds of work on one input. */
  readonly milliseconds: number
}

/** What is safe in a browser on a phone; a tool may allow itself more. */
export const READING_LIMITS: ReadingLimits = {
  depth: 2,
  entries: 100_000,
  inflatedBytes: 8 * 1024 ** 3,
  ratio: 250,
  inflatedFloor: 16 * 1024 ** 2,
  documentBytes: 128 * 1024 ** 2,
  asideBytes: 512 * 1024 ** 2,
  rowCharacters: 8 * 1024 ** 2,
  sharedCharacters: 128 * 1024 ** 2,
  columns: 1000,
  articles: 2_000_000,
  milliseconds: 30 * 60_000,
}
