/** Bits that `windowOf` gives at least. */
export const WINDOW_BITS = 25

/** At least 25 bits that begin at bit `position`, highest first; `view` must reach 4 bytes beyond them. */
export function windowOf(view: DataView, position: number): number {
  return view.getInt32(position >>> 3) << (position & 7)
}

/** Number of zero bits from bit `position` to the next one; the end of the view counts as a one. */
export function zerosFrom(view: DataView, position: number): number {
  const last = view.byteLength - 4
  let zeros = 0
  for (;;) {
    const at = position + zeros
    if (at >>> 3 > last) return zeros
    const here = Math.clz32(windowOf(view, at))
    if (here < WINDOW_BITS) return zeros + here
    zeros += WINDOW_BITS
  }
}

/** The number that `count` ≤ 31 bits from bit `position` on are. */
export function readBits(view: DataView, position: number, count: number): number {
  if (count <= 16) return ((windowOf(view, position) >>> 1) >>> (31 - count)) | 0
  const low = count - 16
  const high = windowOf(view, position) >>> 16
  return (high << low) | ((windowOf(view, position + 16) >>> 1) >>> (31 - low))
}

/** The 32 bits that begin at bit `position`, highest first. */
export function windowAt(bytes: Uint8Array, position: number): number {
  const at = position >>> 3
  const shift = position & 7
  return (
    (((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) << shift) |
    (bytes[at + 4]! >>> (8 - shift))
  )
}

/** Number of zero bits from bit `position` to the next one; the end of the bytes counts as a one. */
export function countZeros(bytes: Uint8Array, position: number): number {
  let zeros = 0
  for (;;) {
    const here = Math.clz32(windowAt(bytes, position + zeros))
    zeros += here
    if (here < 32 || (position + zeros) >>> 3 >= bytes.length) return zeros
  }
}
