import type { ByteWriter } from './byteWriter'

/** A term that has no pair key, since it is neither one nor two UTF-16 units long. */
export const NO_PAIR_KEY = -1

/**
 * Terms of one or two UTF-16 units, which is nearly every term of Chinese text, are looked up by an integer: the
 * first unit in the high 16 bits, the second (0 for none) in the low ones. The order of the keys is the order of the
 * strings. Every other term yields `NO_PAIR_KEY`; so does one whose second unit is U+0000.
 */
export function pairKey(term: string): number {
  if (term.length === 2) {
    const second = term.charCodeAt(1)
    return second === 0 ? NO_PAIR_KEY : term.charCodeAt(0) * 0x10000 + second
  }
  return term.length === 1 ? term.charCodeAt(0) * 0x10000 : NO_PAIR_KEY
}

/** The term with this pair key. */
export function pairTerm(key: number): string {
  const second = key & 0xffff
  return second === 0 ? String.fromCharCode(key >>> 16) : String.fromCharCode(key >>> 16, second)
}

/** Orders terms as they stand in a file: those with a pair key first, by key, then the others, by their units. */
export function compareTerms(a: string, b: string): number {
  const left = pairKey(a)
  const right = pairKey(b)
  if (left !== NO_PAIR_KEY && right !== NO_PAIR_KEY) return left - right
  if (left !== right) return left === NO_PAIR_KEY ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the term is exactly two code points long: the shape of a pair within a run. */
export function isCodePointPair(term: string): boolean {
  const { length } = term
  if (length < 2 || length > 4) return false
  const first = isSurrogatePair(term, 0) ? 2 : 1
  if (first === length) return false
  return first + (isSurrogatePair(term, first) ? 2 : 1) === length
}

function isSurrogatePair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/**
 * Any string as bytes: each UTF-16 unit on its own in one to three bytes, as UTF-8 would write a character of that
 * number. Unlike UTF-8 this keeps unpaired surrogates, and the order of the bytes is the order of JavaScript strings.
 */
export function encodeUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      bytes[length++] = unit
    } else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >>> 6)
      bytes[length++] = 0x80 | (unit & 0x3f)
    } else {
      bytes[length++] = 0xe0 | (unit >>> 12)
      bytes[length++] = 0x80 | ((unit >>> 6) & 0x3f)
      bytes[length++] = 0x80 | (unit & 0x3f)
    }
  }
  return bytes.subarray(0, length)
}

/** The string that `encodeUnits` wrote to `bytes[start, end)`. */
export function decodeUnits(bytes: Uint8Array, start: number, end: number): string {
  const units = new Uint16Array(end - start)
  let count = 0
  for (let i = start; i < end;) {
    const byte = bytes[i++]!
    if (byte < 0x80) units[count++] = byte
    else if (byte < 0xe0) units[count++] = ((byte & 0x1f) << 6) | (bytes[i++]! & 0x3f)
    else units[count++] = ((byte & 0x0f) << 12) | ((bytes[i++]! & 0x3f) << 6) | (bytes[i++]! & 0x3f)
  }
  let text = ''
  // In portions, since a call takes only so many arguments.
  for (let at = 0; at < count; at += 4096) {
    text += String.fromCharCode.apply(
      null,
      units.subarray(at, Math.min(count, at + 4096)) as unknown as number[],
    )
  }
  return text
}

/** Orders two byte strings: negative, zero or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const difference = a[i]! - b[i]!
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Writes a length and the bytes. */
export function writeSized(writer: ByteWriter, bytes: Uint8Array): void {
  writer.writeVarint(bytes.length)
  writer.writeBytes(bytes)
}
