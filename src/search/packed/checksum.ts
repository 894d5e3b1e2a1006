import { int32View } from './typedView'

const PRIME_1 = 0x9e3779b1 | 0
const PRIME_2 = 0x85ebca77 | 0
const PRIME_3 = 0xc2b2ae3d | 0
const PRIME_4 = 0x27d4eb2f | 0
const PRIME_5 = 0x165667b1 | 0

/**
 * xxHash32 (Yann Collet, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md) of `bytes[start, end)`
 * with seed 0, as an unsigned 32-bit integer. It guards against accidents (a torn write, a bad download), not
 * against an adversary. Chosen over CRC-32 because four independent multiply lanes are several times faster in
 * JavaScript than table look-ups, so that every page can be checked as it is read.
 */
export function checksum(bytes: Uint8Array, start = 0, end = bytes.length): number {
  // Written out, without a function for a round: most files are checked before this has been compiled.
  const count = (end - start) >>> 2
  const words = int32View(bytes, start, count)
  let hash: number
  let at = 0
  if (end - start >= 16) {
    let lane1 = (PRIME_1 + PRIME_2) | 0
    let lane2 = PRIME_2
    let lane3 = 0
    let lane4 = -PRIME_1 | 0
    for (const last = count - 4; at <= last; at += 4) {
      lane1 = (lane1 + Math.imul(words[at]!, PRIME_2)) | 0
      lane1 = Math.imul((lane1 << 13) | (lane1 >>> 19), PRIME_1)
      lane2 = (lane2 + Math.imul(words[at + 1]!, PRIME_2)) | 0
      lane2 = Math.imul((lane2 << 13) | (lane2 >>> 19), PRIME_1)
      lane3 = (lane3 + Math.imul(words[at + 2]!, PRIME_2)) | 0
      lane3 = Math.imul((lane3 << 13) | (lane3 >>> 19), PRIME_1)
      lane4 = (lane4 + Math.imul(words[at + 3]!, PRIME_2)) | 0
      lane4 = Math.imul((lane4 << 13) | (lane4 >>> 19), PRIME_1)
    }
    hash = (rotate(lane1, 1) + rotate(lane2, 7) + rotate(lane3, 12) + rotate(lane4, 18)) | 0
  } else {
    hash = PRIME_5
  }
  hash = (hash + (end - start)) | 0
  for (; at < count; at++) {
    hash = Math.imul(rotate((hash + Math.imul(words[at]!, PRIME_3)) | 0, 17), PRIME_4)
  }
  for (let byte = start + count * 4; byte < end; byte++) {
    hash = Math.imul(rotate((hash + Math.imul(bytes[byte]!, PRIME_5)) | 0, 11), PRIME_1)
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2)
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
  return (hash ^ (hash >>> 16)) >>> 0
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
