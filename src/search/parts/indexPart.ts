import type { SegmentReader } from '../packed/segmentReader'
import type { PartColumns } from './partColumns'
import type { PartTexts } from './partTexts'

/**
 * Some rows of a part: one bit a row, the lowest bit of the first byte is row 0, as many bytes as a whole number of
 * uint32 takes, and the unused bits zeros. So `PackedMiniSearch.removedDocuments` gives it.
 */
export type RowSet = Uint8Array

/** A part as files in memory. */
export interface BuiltPart {
  /** What `openIndexPart` takes: segment and columns. */
  readonly index: Uint8Array<ArrayBuffer>
  /** The searched texts of its rows. */
  readonly texts: Uint8Array<ArrayBuffer>
}

/** An immutable file over a row of articles, opened. A row is an article's place within the part, from 0. */
export interface IndexPart {
  readonly rows: number
  /** The packed segment whose documents are the rows: a window of the file, which the part closes. */
  readonly segment: SegmentReader
  /**
   * What filters, facets, sorting and names need. Checked when the part was opened; kept in memory only while somebody
   * holds it, else read again.
   */
  readonly columns: PartColumns
  /** The searched texts, or `null` if the part was opened without them. */
  readonly texts: PartTexts | null
  /** The id of the article in a row. Throws a `PartError` if the file is damaged there. */
  idOf(row: number): string
  /** Reads both files once, wholly. Throws a `PartError` if any byte is not as it was written. */
  verify(): void
  /** Releases both files. The part cannot be used afterwards. */
  close(): void
}
