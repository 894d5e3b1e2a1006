import { PackedError } from './packedError'
import type { SegmentReader } from './segmentReader'

/** What is used of Node's `fs`; it is passed in, so that no browser bundle meets it. */
export interface SynchronousFileSystem {
  readSync(
    fileDescriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): number
  fstatSync(fileDescriptor: number): { readonly size: number }
  closeSync(fileDescriptor: number): void
}

/** Reads a segment from an open file in Node: `fileDescriptorReader(openSync(path), fs)`. */
export function fileDescriptorReader(
  fileDescriptor: number,
  fileSystem: SynchronousFileSystem,
): SegmentReader {
  return {
    size: fileSystem.fstatSync(fileDescriptor).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length;) {
        const got = fileSystem.readSync(fileDescriptor, bytes, done, length - done, offset + done)
        if (got === 0) throw new PackedError('read-failed', `the file ends before ${offset + length}`)
        done += got
      }
      return bytes
    },
    close: () => fileSystem.closeSync(fileDescriptor),
  }
}
