import { PackedError } from './packedError'
import type { SegmentReader } from './segmentReader'

/** What is used of a `FileSystemSyncAccessHandle`. */
export interface AccessHandle {
  read(buffer: Uint8Array, options?: { at?: number }): number
  getSize(): number
  close?(): void
}

/** Reads a segment from a file of the origin private file system, by its synchronous access handle. */
export function accessHandleReader(handle: AccessHandle): SegmentReader {
  return {
    size: handle.getSize(),
    read: (offset, length) => {
      const bytes = new Uint8Array(length)
      const got = handle.read(bytes, { at: offset })
      if (got !== length) {
        throw new PackedError('read-failed', `${got} of ${length} bytes could be read at ${offset}`)
      }
      return bytes
    },
    close: () => handle.close?.(),
  }
}
