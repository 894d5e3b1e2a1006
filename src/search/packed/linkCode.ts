/**
 * The prefix code of rank gaps. A gap g ≥ 1 is its size, ⌊log₂ g⌋, and as many bits below its first. The sizes of a
 * left and a right gap are coded together, since both are mostly 0 at once: on 51,301 news items this takes 3.88 bits
 * an occurrence where two Elias gamma codes take 4.13, and one table look-up reads both.
 *
 * The code is canonical: lengths as below, shorter codes first, equal lengths by symbol. The symbol of two sizes up
 * to 6 is left × 7 + right; symbol 49 says that both gaps follow in Elias gamma. The lengths are optimal (package-merge,
 * at most 12 bits) for how often each symbol occurs in those news items. They are part of the format.
 */
const CODE_LENGTHS = [
  [1, 3, 5, 7, 9, 12, 12],
  [3, 4, 6, 7, 9, 12, 12],
  [5, 5, 6, 8, 9, 12, 12],
  [7, 7, 8, 8, 10, 12, 12],
  [9, 9, 10, 10, 11, 12, 12],
  [12, 11, 12, 12, 12, 12, 12],
  [12, 12, 12, 12, 12, 12, 12],
  [12],
].flat()

/** The longest code, in bits. */
export const LINK_CODE_BITS = 12
/** Number of different sizes with a code of their own. */
export const LINK_SIZES = 7
/** The symbol of gaps that follow in Elias gamma. */
export const LONG_GAPS = LINK_SIZES * LINK_SIZES

/** By symbol: the code, and its length in bits. */
export const linkCodes = new Uint16Array(CODE_LENGTHS.length)
export const linkCodeLengths = Uint8Array.from(CODE_LENGTHS)

/**
 * By the next 12 bits: the length of the code that they begin with in bits 0–3, the left size in bits 4–7, the right
 * size in bits 8–11, and in bit 12 whether it is the symbol of long gaps.
 */
export const linkTable = new Uint16Array(1 << LINK_CODE_BITS)

/**
 * By the next 12 bits: how many occurrences lie wholly within them, in bits 4–7, and how many bits these take, in
 * bits 0–3. For passing over many at once.
 */
export const linkSkips = new Uint8Array(1 << LINK_CODE_BITS)

assignCodes()
countWholeOccurrences()

function countWholeOccurrences(): void {
  for (let bits = 0; bits < linkSkips.length; bits++) {
    let count = 0
    let used = 0
    for (;;) {
      // The bits beyond the twelve are unknown and read as zeros, which no code that fits depends on.
      const entry = linkTable[(bits << used) & (linkSkips.length - 1)]!
      const whole = used + (entry & 15) + ((entry >>> 4) & 15) + ((entry >>> 8) & 15)
      if (entry >>> 12 !== 0 || whole > LINK_CODE_BITS) break
      used = whole
      count++
    }
    linkSkips[bits] = (count << 4) | used
  }
}

function assignCodes(): void {
  let next = 0
  for (let length = 1; length <= LINK_CODE_BITS; length++) {
    CODE_LENGTHS.forEach((codeLength, symbol) => {
      if (codeLength !== length) return
      linkCodes[symbol] = next
      const left = Math.floor(symbol / LINK_SIZES)
      const sizes = symbol === LONG_GAPS ? 1 << 12 : (left << 4) | ((symbol % LINK_SIZES) << 8)
      const free = LINK_CODE_BITS - length
      linkTable.fill(length | sizes, next << free, (next + 1) << free)
      next++
    })
    next <<= 1
  }
}
