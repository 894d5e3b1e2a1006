import { BIG5_CHARACTERS } from './big5Table'

const REPLACEMENT = 0xfffd
const FIRST_LEAD = 0x87
const TRAILS = 157

/** Pairs of bytes that mean a letter and a mark on it. */
const TWO_CODE_POINTS: ReadonlyMap<number, string> = new Map([
  [0x8862, '\u00ca\u0304'],
  [0x8864, '\u00ca\u030c'],
  [0x88a3, '\u00ea\u0304'],
  [0x88a5, '\u00ea\u030c'],
])

/** Units handed to `String.fromCharCode` at once; more could exhaust the stack. */
const CHUNK = 8192

const codePoints = Uint32Array.from(BIG5_CHARACTERS, (character) => character.codePointAt(0)!)

function isTrail(byte: number | undefined): byte is number {
  return byte !== undefined && ((byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe))
}

/** The code point of two bytes, or U+FFFD. */
function codePointOf(lead: number, trail: number): number {
  const place = (lead - FIRST_LEAD) * TRAILS + trail - (trail < 0x7f ? 0x40 : 0x62)
  return codePoints[place] ?? REPLACEMENT
}

/**
 * Text in Big5 with the characters of Hong Kong, decoded as the WHATWG Encoding Standard says: bytes that mean nothing
 * become U+FFFD, and an ASCII byte behind such a one stands for itself. Environments disagree about `big5` in their
 * `TextDecoder`; this is the same everywhere.
 */
export function decodeBig5(bytes: Uint8Array): string {
  let text = ''
  let units: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units)
      units = []
    }
    const lead = bytes[at]!
    if (lead < 0x80) {
      units.push(lead)
      continue
    }
    const trail = bytes[at + 1]
    const two = isTrail(trail) ? TWO_CODE_POINTS.get(lead * 256 + trail) : undefined
    if (two !== undefined) {
      units.push(two.charCodeAt(0), two.charCodeAt(1))
      at++
      continue
    }
    const codePoint =
      isTrail(trail) && lead >= FIRST_LEAD && lead < 0xff ? codePointOf(lead, trail) : REPLACEMENT
    if (codePoint > 0xffff) {
      units.push(0xd800 + ((codePoint - 0x10000) >> 10), 0xdc00 + ((codePoint - 0x10000) & 0x3ff))
    } else {
      units.push(codePoint)
    }
    // The second byte goes with the first, unless it is ASCII and they mean nothing together.
    const isLead = lead > 0x80 && lead < 0xff
    if (isLead && trail !== undefined && (codePoint !== REPLACEMENT || trail > 0x7f)) at++
  }
  return text + String.fromCharCode(...units)
}
