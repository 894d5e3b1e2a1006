import { PackedError } from './packedError'
import type { SegmentReader } from './segmentReader'

/** What is used of the `FileReaderSync` that workers have. */
export interface SynchronousFileReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}

declare const FileReaderSync: (new () => SynchronousFileReader) | undefined

/**
 * Reads a segment from a Blob or File with `FileReaderSync`, which exists in workers only; elsewhere this throws
 * `read-failed`. A read costs half a millisecond in Chromium whatever its length, hence the larger pages.
 */
export function blobReader(blob: Blob, fileReader: SynchronousFileReader = newFileReader()): SegmentReader {
  return {
    size: blob.size,
    pageBytes: 16_384,
    isSlow: true,
    read: (offset, length) =>
      new Uint8Array(fileReader.readAsArrayBuffer(blob.slice(offset, offset + length))),
  }
}

function newFileReader(): SynchronousFileReader {
  if (typeof FileReaderSync === 'undefined') {
    throw new PackedError(
      'read-failed',
      'a Blob can be searched only in a worker, where FileReaderSync exists',
    )
  }
  return new FileReaderSync()
}
