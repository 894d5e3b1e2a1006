import { readBits, WINDOW_BITS, zerosFrom } from './bitWindow'
import { type BitWriter } from './bitWriter'
import { encodeFrequencies } from './frequencyCodec'

/** Documents per block: the unit of skipping. */
export const POSTINGS_BLOCK = 128

/**
 * Appends one block of postings to `bits`:
 *
 *     5 bits       k, the Rice parameter of this block
 *     documents    for each, Rice k: document − previous document − 1 (the document before the list's first is −1)
 *     frequencies  see `encodeFrequencies`
 *
 * Documents come first, so that matching reads nothing else. `documents[start, end)` must rise and lie above `previous`.
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
    bits.writeRice(document - last - 1, parameter)
    last = document
  }
  encodeFrequencies(bits, frequencies, start, end)
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
 * Reads the documents of one block of `count` postings that starts at byte `offset`, into `documents` from index
 * `target` on. `previous` is the document before the block's first. `view` must reach 8 bytes beyond the block. Returns
 * the bit position after the documents, where the frequencies begin.
 */
export function decodeDocuments(
  view: DataView,
  offset: number,
  count: number,
  previous: number,
  documents: Int32Array,
  target: number,
): number {
  const parameter = view.getUint8(offset) >>> 3
  // Shifting in two steps, since a shift by 32 is a shift by 0 in JavaScript.
  const shiftDown = 31 - parameter
  const mostZeros = WINDOW_BITS - 1 - parameter
  let position = offset * 8 + 5
  let document = previous
  for (let i = target, end = target + count; i < end; i++) {
    const window = view.getInt32(position >>> 3) << (position & 7)
    const zeros = Math.clz32(window)
    if (zeros <= mostZeros) {
      document += ((zeros << parameter) | ((((window << zeros) << 1) >>> 1) >>> shiftDown)) + 1
      position += zeros + 1 + parameter
    } else {
      const quotient = zerosFrom(view, position)
      position += quotient + 1
      document += quotient * 2 ** parameter + readBits(view, position, parameter) + 1
      position += parameter
    }
    documents[i] = document
  }
  return position
}
