import { ArchiveError } from '../domain/problem'

/**
 * Synchronous access to the bytes of one file of the index, wherever it lies. A file's bytes never change. Until the
 * reader is closed they stay readable, also when the file is deleted meanwhile, here or in another tab.
 */
export interface IndexFileReader {
  /** Length of the file in bytes. */
  readonly size: number
  /**
   * The bytes `[offset, offset + length)`, which lie within the file. The array belongs to the caller, or is a view
   * of memory that nobody changes. Throws an ArchiveError of code `storage-lost` if they cannot be had.
   */
  read(offset: number, length: number): Uint8Array
  /** How many bytes are best fetched at once, where that matters. */
  readonly pageBytes?: number
  /** Whether a read is slow whatever its length. */
  readonly isSlow?: boolean
  /** The whole file, if it lies in memory anyway. */
  readonly bytes?: Uint8Array
  /** Releases the file, which is not to be read any more. A second time does nothing. */
  close(): void
}

/** What is used of the `FileReaderSync` that workers have. */
interface SynchronousFileReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}

/** What a browser fetches of a Blob in the time that one byte takes. */
const BLOB_PAGE = 16_384

/** Reads a file that lies in memory. */
export function bytesReader(bytes: Uint8Array): IndexFileReader {
  return {
    size: bytes.length,
    bytes,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  }
}

/**
 * Reads a Blob, of which nothing is fetched before it is read. Where no Blob can be read synchronously, outside of
 * workers, it is fetched whole. Rejects if that fails.
 */
export async function blobReader(blob: Blob): Promise<IndexFileReader> {
  const { FileReaderSync } = globalThis as { readonly FileReaderSync?: new () => SynchronousFileReader }
  if (FileReaderSync === undefined) return bytesReader(new Uint8Array(await blob.arrayBuffer()))
  const reader = new FileReaderSync()
  return {
    size: blob.size,
    pageBytes: BLOB_PAGE,
    isSlow: true,
    read: (offset, length) => {
      const bytes = readSlice(reader, blob.slice(offset, offset + length))
      if (bytes.length !== length) throw shortRead(bytes.length, offset, length)
      return bytes
    },
    close: () => undefined,
  }
}

function readSlice(reader: SynchronousFileReader, slice: Blob): Uint8Array {
  try {
    return new Uint8Array(reader.readAsArrayBuffer(slice))
  } catch (cause) {
    throw new ArchiveError('storage-lost', '', `a file of the index cannot be read: ${String(cause)}`)
  }
}

/** The error of a read that gave fewer bytes than the file is known to have. */
export function shortRead(got: number, offset: number, length: number): ArchiveError {
  return new ArchiveError(
    'storage-lost',
    '',
    `of a file of the index ${got} of ${length} bytes could be read at ${offset}`,
  )
}
