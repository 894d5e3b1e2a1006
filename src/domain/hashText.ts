/**
 * 64 bits of a text as two unsigned numbers of 32 bits: cyrb53 by bryc (public domain) with both of its halves kept
 * whole. Another seed gives an independent hash. It spreads well and is quick; it is no defence against someone who
 * looks for collisions.
 */
export function hashText(text: string, seed: number): readonly [high: number, low: number] {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909)
  return [mixedHigh >>> 0, mixedLow >>> 0]
}
