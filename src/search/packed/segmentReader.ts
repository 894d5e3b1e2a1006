/**
 * Synchronous access to the bytes of one segment file, wherever it lies. Bytes never change while the reader is in
 * use. Factories for the usual places are in the files named `…Reader.ts`.
 */
export interface SegmentReader {
  /** Length of the file in bytes. */
  readonly size: number
  /**
   * The bytes `[offset, offset + length)`, which lie within the file. The array belongs to the caller, or is a view
   * of memory that nobody changes. Throws if they cannot be had.
   */
  read(offset: number, length: number): Uint8Array
  /** How many bytes to fetch at once, a multiple of 4,096. Default 4,096. */
  readonly pageBytes?: number
  /** Whether a read is slow whatever its length (a Blob), so that dictionary and ids are better kept in memory. */
  readonly isSlow?: boolean
  /** The whole file, if it lies in memory anyway. */
  readonly bytes?: Uint8Array
  /** Releases the file. */
  close?(): void
}
