import { type BitWriter } from './bitWriter'

/** Documents per block: the unit of skipping. */
export const POSTINGS_BLOCK = 128

/** From this many occurrences in one document on, unary would waste space, and a gamma code takes over. */
const UNARY_LIMIT = 16

/**
 * Appends one block of postings to `bits`:
 *
 *     5 bits   k, the Rice parameter of this block
 *     per document
 *       Rice k   document − previous document − 1 (the document before the list's first is −1)
 *       unary    frequency − 1 as that many zeros and a one, if below 16; otherwise 16 zeros
 *                and the Elias gamma code of frequency − 16
 *
 * `documents[start, end)` must rise and lie above `previous`.
 */
export function encodePostingsBlock(
  bits: BitWriter,
  documents: Int32Array,
  frequencies: Int32Array,
  start: number,
  end: number,
  previous: number,
): void {
  const parameter = bestRiceParameter(documents, start, end, previous)
  bits.write(parameter, 5)
  let last = previous
  for (let i = start; i < end; i++) {
    const document = documents[i]!
    const gap = document - last - 1
    last = document
    const more = frequencies[i]! - 1
    const quotient = gap >>> parameter
    const length = quotient + parameter + more + 2
    if (length <= 24 && more < UNARY_LIMIT) {
      // Nearly always all bits of a posting can be written at once.
      const rice = (1 << parameter) | (gap & ((1 << parameter) - 1))
      bits.write((rice << (more + 1)) | 1, length)
      continue
    }
    bits.writeRice(gap, parameter)
    if (more < UNARY_LIMIT) {
      bits.write(1, more + 1)
    } else {
      bits.write(0, UNARY_LIMIT)
      bits.writeGamma(more - UNARY_LIMIT + 1)
    }
  }
}

/** The parameter that takes the fewest bits, of equal ones the smallest: that of the mean gap, or a neighbour of it. */
function bestRiceParameter(documents: Int32Array, start: number, end: number, previous: number): number {
  const count = end - start
  const mean = Math.max(0, documents[end - 1]! - previous - count) / count
  const guess = mean < 1 ? 0 : 31 - Math.clz32(mean)
  const least = Math.max(0, guess - 1)
  let leastCost = count * least
  let guessCost = count * guess
  let mostCost = count * (guess + 1)
  let last = previous
  for (let i = start; i < end; i++) {
    const document = documents[i]!
    const gap = document - last - 1
    last = document
    leastCost += gap >>> least
    guessCost += gap >>> guess
    mostCost += gap >>> (guess + 1)
  }
  if (leastCost <= guessCost) return leastCost <= mostCost ? least : guess + 1
  return guessCost <= mostCost ? guess : guess + 1
}

/**
 * Reads one block of `count` postings that starts at byte `offset`, into `documents` and `frequencies` from index
 * `target` on. `previous` is the document before the block's first. `bytes` should reach a few bytes beyond the
 * block; what is missing is read as zeros. Returns the bit position after the block.
 */
export function decodePostingsBlock(
  bytes: Uint8Array,
  offset: number,
  count: number,
  previous: number,
  documents: Int32Array,
  frequencies: Int32Array,
  target: number,
): number {
  const parameter = bytes[offset]! >>> 3
  const shiftDown = 31 - parameter
  let position = offset * 8 + 5
  let document = previous
  for (let i = target, end = target + count; i < end; i++) {
    let window = windowAt(bytes, position)
    let zeros = Math.clz32(window)
    let gap: number
    if (zeros + parameter < 31) {
      // Shifting in two steps, since a shift by 32 is a shift by 0 in JavaScript.
      window = (window << zeros) << 1
      gap = (zeros << parameter) | ((window >>> 1) >>> shiftDown)
      window <<= parameter
      position += zeros + 1 + parameter
      const left = 31 - zeros - parameter
      zeros = Math.clz32(window)
      if (zeros >= left || zeros >= UNARY_LIMIT) zeros = Math.clz32(windowAt(bytes, position))
    } else {
      zeros = countZeros(bytes, position)
      position += zeros + 1
      gap = zeros * 2 ** parameter + ((windowAt(bytes, position) >>> 1) >>> shiftDown)
      position += parameter
      zeros = Math.clz32(windowAt(bytes, position))
    }
    document += gap + 1
    documents[i] = document
    if (zeros < UNARY_LIMIT) {
      frequencies[i] = zeros + 1
      position += zeros + 1
    } else {
      position += UNARY_LIMIT
      const extra = countZeros(bytes, position)
      position += extra
      frequencies[i] = UNARY_LIMIT + (windowAt(bytes, position) >>> (31 - extra))
      position += extra + 1
    }
  }
  return position
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
