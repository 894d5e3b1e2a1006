import { PackedError } from '../packed/packedError'
import type { SegmentReader } from '../packed/segmentReader'

/**
 * A stretch of a file as a file of its own, which is not its to close. Whatever goes wrong in reading is a
 * `PackedError` `read-failed`, and so is a read that gives too little.
 */
export function fileWindow(file: SegmentReader, start: number, size: number): SegmentReader {
  return {
    size,
    read: (offset, length) => readExactly(file, start + offset, length),
    ...(file.pageBytes === undefined ? {} : { pageBytes: file.pageBytes }),
    ...(file.isSlow === undefined ? {} : { isSlow: file.isSlow }),
    ...(file.bytes === undefined ? {} : { bytes: file.bytes.subarray(start, start + size) }),
  }
}

function readExactly(file: SegmentReader, offset: number, length: number): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = file.read(offset, length)
  } catch (error) {
    if (error instanceof PackedError) throw error
    throw new PackedError('read-failed', `the file could not be read: ${String(error)}`)
  }
  if (bytes.length === length) return bytes
  throw new PackedError('read-failed', `the file ends before ${offset + length}`)
}
