import type { SearchedText } from '../searchedText'

/** The searched texts of a part, read row by row from its texts file. */
export interface PartTexts {
  readonly rows: number
  /** The searched text of a row. Throws a `PartError` if the file is damaged there, a `RangeError` if there is no such row. */
  textOf(row: number): SearchedText
  /** Bytes of the records `[first, end)`, without reading them. */
  recordBytes(first: number, end: number): number
  /**
   * The records of the rows `[first, end)` as they lie in the file, one after the other, checked: for merging. They are
   * read past the cache, and come as a view that nobody may change.
   */
  records(first: number, end: number): Uint8Array
  /** Reads the file once, wholly. Throws a `PartError` if any byte is not as it was written. */
  verify(): void
}
