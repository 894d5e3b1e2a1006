import { fold } from './fold'

/** How many characters a shingle has. */
const SHINGLE = 3

/** What is no letter and no figure: it differs between copies of one text. */
const BETWEEN = /[^\p{L}\p{N}]+/gu

/** The characters of some texts that count when texts are compared: letters and figures, folded, one text after the other. */
export function comparedText(texts: readonly string[]): string {
  return fold(texts.join('\n')).replace(BETWEEN, '')
}

/** 32 well mixed bits of three characters (the finalizer of MurmurHash3, public domain). */
function mix(first: number, second: number, third: number): number {
  let bits = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/**
 * The shingles of a compared text, as 32 bits each, rising and each once: every run of three characters that stands in
 * it. A text of one or two characters is one shingle, an empty one has none.
 */
export function shinglesOf(compared: string): Uint32Array {
  if (compared === '') return new Uint32Array()
  const count = Math.max(1, compared.length - SHINGLE + 1)
  const shingles = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    // Beyond the end of a short text there is nothing, which counts as 0.
    shingles[at] = mix(
      compared.charCodeAt(at),
      compared.charCodeAt(at + 1) || 0,
      compared.charCodeAt(at + 2) || 0,
    )
  }
  shingles.sort()
  let distinct = 1
  for (let at = 1; at < count; at++) {
    if (shingles[at] !== shingles[at - 1]) shingles[distinct++] = shingles[at]!
  }
  return shingles.subarray(0, distinct)
}

/**
 * The share of two texts that both have, 0 to 1: twice their common shingles by all of both (Dice). 1 for two empty
 * ones. A tenth of the characters changed, each by itself, leaves about 0.73; a tenth of the sentences, about 0.9.
 */
export function commonShare(one: Uint32Array, other: Uint32Array): number {
  if (one.length + other.length === 0) return 1
  let common = 0
  let at = 0
  for (const shingle of one) {
    while (at < other.length && other[at]! < shingle) at++
    if (other[at] === shingle) common++
  }
  return (2 * common) / (one.length + other.length)
}
