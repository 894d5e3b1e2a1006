import { readBits, windowOf, zerosFrom } from './bitWindow'
import { type BitWriter } from './bitWriter'

/** From this many on, unary would waste space, and a gamma code takes over. */
const UNARY_LIMIT = 16

/** Beyond so many zeros a window may not hold what follows them. */
const MANY_ZEROS = 16

/**
 * Appends the frequencies of one block. Most terms are once in most of their documents, so mostly only those are
 * written where it is more:
 *
 *     1 bit    0: each is 1, and nothing follows; otherwise 1
 *     3 bits   r
 *     r = 0    the code of each frequency
 *     r > 0    for each document with a greater frequency than 1: Rice r, documents of the block passed over since the
 *              last such one; the code of its frequency − 1. If documents follow the last one, Rice r of their number
 *
 * The code of n ≥ 1 is n − 1 zeros and a one, if n ≤ 16; otherwise 16 zeros and the Elias gamma code of n − 16.
 */
export function encodeFrequencies(
  bits: BitWriter,
  frequencies: Int32Array,
  start: number,
  end: number,
): void {
  let frequent = 0
  for (let i = start; i < end; i++) if (frequencies[i]! > 1) frequent++
  if (frequent === 0) {
    bits.write(0, 1)
    return
  }
  const parameter = bestParameter(frequencies, start, end, frequent)
  bits.write(8 | parameter, 4)
  if (parameter === 0) {
    for (let i = start; i < end; i++) writeCode(bits, frequencies[i]!)
    return
  }
  let next = start
  for (let i = start; i < end; i++) {
    if (frequencies[i] === 1) continue
    bits.writeRice(i - next, parameter)
    writeCode(bits, frequencies[i]! - 1)
    next = i + 1
  }
  if (next < end) bits.writeRice(end - next, parameter)
}

/** The parameter that takes the fewest bits; 0 where passing documents over takes as many as one for each of them. */
function bestParameter(frequencies: Int32Array, start: number, end: number, frequent: number): number {
  const count = end - start
  const guess = Math.max(1, 31 - Math.clz32((count - frequent) / frequent))
  let codes = 0
  let guessCost = 0
  let mostCost = 0
  const pass = (gap: number): void => {
    codes++
    guessCost += gap >>> guess
    mostCost += gap >>> (guess + 1)
  }
  let next = start
  for (let i = start; i < end; i++) {
    if (frequencies[i] === 1) continue
    pass(i - next)
    next = i + 1
  }
  if (next < end) pass(end - next)
  guessCost += codes * (guess + 1)
  mostCost += codes * (guess + 2)
  if (Math.min(guessCost, mostCost) >= count) return 0
  return guessCost <= mostCost ? guess : guess + 1
}

function writeCode(bits: BitWriter, value: number): void {
  if (value <= UNARY_LIMIT) {
    bits.write(1, value)
  } else {
    bits.write(0, UNARY_LIMIT)
    bits.writeGamma(value - UNARY_LIMIT)
  }
}

/**
 * Reads `count` frequencies that begin at bit `position` into `frequencies` from index `target` on. `view` must reach
 * 8 bytes beyond the block. Returns the bit position after them.
 */
export function decodeFrequencies(
  view: DataView,
  position: number,
  count: number,
  frequencies: Int32Array,
  target: number,
): number {
  const end = target + count
  const head = windowOf(view, position)
  const parameter = (head >>> 28) & 7
  if (head >= 0 || parameter > 0) frequencies.fill(1, target, end)
  if (head >= 0) return position + 1
  position += 4
  for (let i = target; i < end; i++) {
    let window = windowOf(view, position)
    let zeros = Math.clz32(window)
    if (parameter > 0) {
      if (zeros < MANY_ZEROS) {
        position += zeros + 1 + parameter
        window = (window << zeros) << 1
        i += (zeros << parameter) | (window >>> (32 - parameter))
      } else {
        const quotient = zerosFrom(view, position)
        position += quotient + 1
        i += (quotient << parameter) | readBits(view, position, parameter)
        position += parameter
      }
      if (i >= end) break
      zeros = Math.clz32(windowOf(view, position))
    }
    let value = zeros + 1
    position += value
    if (zeros >= UNARY_LIMIT) {
      position += UNARY_LIMIT - value
      const extra = zerosFrom(view, position)
      value = UNARY_LIMIT + readBits(view, position + extra, extra + 1)
      position += 2 * extra + 1
    }
    frequencies[i] = parameter > 0 ? value + 1 : value
  }
  return position
}
