/**
 * Typed arrays over the bytes of a file: without copying where the bytes happen to be aligned. The file is
 * little-endian, and so is every machine that runs a browser or Node; a big-endian one is refused here.
 */
if (new Uint8Array(Uint32Array.of(1).buffer)[0] !== 1)
  throw new Error('PackedMiniSearch needs a little-endian machine')

/** `count` uint32 from byte `at` of `bytes` on. */
export function uint32View(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const aligned = alignedBytes(bytes, at, count * 4, 4)
  return new Uint32Array(aligned.buffer, aligned.byteOffset, count)
}

/** `count` int32 from byte `at` of `bytes` on. */
export function int32View(bytes: Uint8Array, at: number, count: number): Int32Array {
  const aligned = alignedBytes(bytes, at, count * 4, 4)
  return new Int32Array(aligned.buffer, aligned.byteOffset, count)
}

/** `count` unsigned integers of 1, 2 or 4 bytes from byte `at` of `bytes` on. */
export function unsignedView(
  bytes: Uint8Array,
  at: number,
  count: number,
  width: 1 | 2 | 4,
): Uint8Array | Uint16Array | Uint32Array {
  const aligned = alignedBytes(bytes, at, count * width, width)
  if (width === 1) return aligned
  if (width === 2) return new Uint16Array(aligned.buffer, aligned.byteOffset, count)
  return new Uint32Array(aligned.buffer, aligned.byteOffset, count)
}

function alignedBytes(bytes: Uint8Array, at: number, length: number, alignment: number): Uint8Array {
  const part = bytes.subarray(at, at + length)
  if (part.length < length) throw new RangeError(`expected ${length} bytes, found ${part.length}`)
  return part.byteOffset % alignment === 0 ? part : part.slice()
}
