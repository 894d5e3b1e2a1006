import type { SegmentReader } from './segmentReader'

/** Reads a segment that lies in memory. The bytes must not change afterwards. */
export function bytesReader(bytes: Uint8Array): SegmentReader {
  return {
    bytes,
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  }
}
