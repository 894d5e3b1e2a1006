import { countZeros, windowAt } from './bitWindow'
import { type BitWriter } from './bitWriter'
import {
  LINK_CODE_BITS,
  LINK_SIZES,
  linkCodeLengths,
  linkCodes,
  linkSkips,
  linkTable,
  LONG_GAPS,
} from './linkCode'

/**
 * Rank links: the proof that two pairs of characters adjoin.
 *
 * For an occurrence of the pair XY in a field, store which X and which Y of that field it is made of, counted from 1:
 *
 *     field        改 革 开 放 改 革
 *     改革          (改1,革1)                (改2,革2)
 *     革开                (革1,开1)          AB and BC stand side by side exactly when the right rank of AB is
 *     开放                      (开1,放1)    the left rank of BC: it is the same B.
 *
 * Both ranks rise from one occurrence of a pair to the next, so each is stored as the gap to the previous
 * occurrence of the same pair in the same document and field (from 0): for each occurrence the code of both sizes
 * (`linkCode.ts`), then the left gap's bits below its first, then the right one's. Less than four bits an occurrence,
 * where a position would take ten.
 */
export function encodeProof(
  bits: BitWriter,
  leftGaps: Int32Array,
  rightGaps: Int32Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const left = leftGaps[i]!
    const right = rightGaps[i]!
    const leftSize = 31 - Math.clz32(left)
    const rightSize = 31 - Math.clz32(right)
    if (leftSize < LINK_SIZES && rightSize < LINK_SIZES) {
      const symbol = leftSize * LINK_SIZES + rightSize
      const belowFirst = ((left ^ (1 << leftSize)) << rightSize) | (right ^ (1 << rightSize))
      const size = leftSize + rightSize
      bits.write((linkCodes[symbol]! << size) | belowFirst, linkCodeLengths[symbol]! + size)
    } else {
      bits.write(linkCodes[LONG_GAPS]!, linkCodeLengths[LONG_GAPS]!)
      bits.writeGamma(left)
      bits.writeGamma(right)
    }
  }
}

/** The bit position after `count` occurrences that begin at bit `position`. */
export function skipProof(bytes: Uint8Array, position: number, count: number): number {
  let left = count
  while (left > 0) {
    const at = position >>> 3
    const next = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!
    const bits = (next >>> (24 - LINK_CODE_BITS - (position & 7))) & 0xfff
    const skip = linkSkips[bits]!
    const skipped = skip >>> 4
    if (skipped > 0 && skipped <= left) {
      position += skip & 15
      left -= skipped
      continue
    }
    const entry = linkTable[bits]!
    position += (entry & 15) + ((entry >>> 4) & 15) + ((entry >>> 8) & 15)
    if (entry >>> 12 !== 0) {
      position += 2 * countZeros(bytes, position) + 1
      position += 2 * countZeros(bytes, position) + 1
    }
    left--
  }
  return position
}

/**
 * Reads `count` occurrences from bit `position` on, sums their gaps up to ranks in `left` and `right` from index 0,
 * and returns the bit position after them.
 */
export function decodeProof(
  bytes: Uint8Array,
  position: number,
  count: number,
  left: Int32Array,
  right: Int32Array,
): number {
  let leftRank = 0
  let rightRank = 0
  for (let i = 0; i < count; i++) {
    let window = windowAt(bytes, position)
    const entry = linkTable[window >>> (32 - LINK_CODE_BITS)]!
    const length = entry & 15
    if (entry >>> 12 === 0) {
      const leftSize = (entry >>> 4) & 15
      const rightSize = (entry >>> 8) & 15
      // Shifting in two steps, since a shift by 32 is a shift by 0 in JavaScript.
      window <<= length
      leftRank += (1 << leftSize) | ((window >>> 1) >>> (31 - leftSize))
      window <<= leftSize
      rightRank += (1 << rightSize) | ((window >>> 1) >>> (31 - rightSize))
      position += length + leftSize + rightSize
    } else {
      position += length
      const leftZeros = countZeros(bytes, position)
      leftRank += windowAt(bytes, position + leftZeros) >>> (31 - leftZeros)
      position += 2 * leftZeros + 1
      const rightZeros = countZeros(bytes, position)
      rightRank += windowAt(bytes, position + rightZeros) >>> (31 - rightZeros)
      position += 2 * rightZeros + 1
    }
    left[i] = leftRank
    right[i] = rightRank
  }
  return position
}
