import { looksOf, type TextLooks } from './charactersOfText'

/** The encodings that files and pages in Chinese come in. GB2312 and GBK are read as GB18030, which holds both. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** Bytes read as text. */
export interface DecodedText {
  /** Without byte order mark and control characters; empty where the bytes are no text. */
  readonly text: string
  readonly encoding: TextEncoding
  /** Whether bytes meant nothing in this encoding; U+FFFD stands for them. */
  readonly isDamaged: boolean
  /** Whether the bytes are no text at all, but a picture, an archive or the like. */
  readonly isBinary: boolean
  /** How many control characters were left out; line breaks and tabs are kept. */
  readonly removedCharacters: number
}

/** How files that are no text begin, in hexadecimal: pictures, PDF, archives, fonts, programs, sound, databases. */
const BINARY =
  /^(?:89504e47|47494638|ffd8ff|25504446|504b030[46]|504b0506|1f8b08|d0cf11e0|526172211a|377abcaf|425a68|fd377a58|52494646.{8}(?:57454250|57415645)|.{8}66747970|7f454c46|4d5a[0-9a-f]{2}00|49492a00|4d4d002a|774f46(?:46|32)|53514c6974652066|4944330[2-4]|424d.{8}00000000)/
const HEAD_BYTES = 16

/** Bytes of lines beyond ASCII that are looked at to tell encodings apart. */
const SAMPLE_BYTES = 16_384
/** Bytes of the beginning in which a page or a file names its encoding. */
const DECLARATION_BYTES = 4096
/** Of Chinese text in its own encoding three quarters are frequent characters, in another one about a twentieth. */
const SURELY_CHINESE = 0.4
/** Any bytes give some Han in UTF-16, so it takes this much to be it. */
const LIKELY_CHINESE = 0.2
/** Of ill-formed UTF-8 so much may be broken; more, and it is something else. */
const BROKEN_SHARE = 0.1
/** Beyond these shares of control characters, or of characters that no text has, bytes are no text. */
const CONTROLS_SHARE = 0.01
const FEW_CONTROLS = 8
const IMPOSSIBLE_SHARE = 0.1

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The encoding that a name means, or `null` for one that is not among ours. */
function encodingNamed(charset: string): TextEncoding | null {
  const name = charset.trim().toLowerCase().replaceAll('_', '-')
  if (
    /^(?:gb-?2312(?:-80)?|gbk|gb-?18030|x-gbk|cp936|ms936|windows-936|chinese|hz-gb-2312|euc-cn)$/.test(name)
  )
    return 'gb18030'
  if (/^(?:big-?5(?:-hkscs|-eten)?|x-x-big5|cp950|ms950|windows-950|cn-big5)$/.test(name)) return 'big5'
  if (/^(?:utf-?8|unicode-1-1-utf-8)$/.test(name)) return 'utf-8'
  if (/^(?:utf-?16(?:-?le)?|ucs-2|iso-10646-ucs-2|unicode)$/.test(name)) return 'utf-16le'
  return /^utf-?16-?be$/.test(name) ? 'utf-16be' : null
}

/** The encoding that the beginning of a page names (a `meta` element, an XML or CSS declaration), or `null`. */
function declaredEncoding(bytes: Uint8Array): TextEncoding | null {
  const match = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/i.exec(
    latin(bytes.subarray(0, DECLARATION_BYTES)),
  )
  return match === null ? null : encodingNamed(match[1] ?? '')
}

/** The encoding of a byte order mark, with its length. */
function byteOrderMark(
  bytes: Uint8Array,
): { readonly encoding: TextEncoding; readonly length: number } | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33 ? { encoding: 'gb18030', length: 4 } : null
}

/** Sequences of several bytes in UTF-8 that are whole, and bytes beyond ASCII that belong to none. */
function countUtf8(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0
  let broken = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!
    const length = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0
    if (length === 1) {
      at++
      continue
    }
    let held = 1
    while (held < length && (bytes[at + held]! & 0xc0) === 0x80) held++
    const second = bytes[at + 1] ?? 0
    const isOutside =
      (byte === 0xe0 && second < 0xa0) ||
      (byte === 0xed && second > 0x9f) ||
      (byte === 0xf0 && second < 0x90) ||
      (byte === 0xf4 && second > 0x8f)
    if (length > 0 && held === length && !isOutside) {
      whole++
      at += length
    } else {
      broken++
      at++
    }
  }
  return { whole, broken }
}

/** UTF-16 that is mostly ASCII is told by its zeros: they stand at every second place. */
function encodingByZeros(bytes: Uint8Array): TextEncoding | null {
  const looked = Math.min(bytes.length, SAMPLE_BYTES)
  const zeros = [0, 0]
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2]!++
  const [even = 0, odd = 0] = zeros
  const isMany = Math.max(even, odd) * 4 >= looked && looked >= 4
  if (!isMany || Math.min(even, odd) * 8 > Math.max(even, odd)) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Lines with bytes beyond ASCII, as much of them as is looked at; whole lines, so that no character is cut. */
function sampleLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes
  const sample = new Uint8Array(SAMPLE_BYTES)
  let length = 0
  for (let start = 0; start < bytes.length && length < SAMPLE_BYTES;) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found + 1
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES - length))
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, length)
      length += line.length
    }
    start = end
  }
  return sample.subarray(0, length)
}

async function decodeAs(encoding: TextEncoding, bytes: Uint8Array): Promise<string> {
  if (encoding === 'big5') return (await import('./decodeBig5')).decodeBig5(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** From −∞ to 1: how much a text looks like Chinese rather than like bytes of something else. */
function chineseShare({ foreign, frequent, impossible }: TextLooks): number {
  return foreign + impossible === 0 ? 0 : (frequent - 3 * impossible) / Math.max(foreign, impossible)
}

/** The encoding of bytes that have no byte order mark and are not UTF-8. */
async function guessEncoding(bytes: Uint8Array, hint: TextEncoding | null): Promise<TextEncoding> {
  const sample = sampleLines(bytes)
  const shareOf = async (encoding: TextEncoding): Promise<number> => {
    const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
    const looked = isWide ? bytes.subarray(0, SAMPLE_BYTES) : sample
    // What is said about the encoding decides only where the text itself does not.
    return chineseShare(looksOf(await decodeAs(encoding, looked))) + (encoding === hint ? 0.05 : 0)
  }
  let best: TextEncoding = 'gb18030'
  let most = await shareOf(best)
  if (most >= SURELY_CHINESE) return best
  for (const encoding of ['big5', 'utf-16le', 'utf-16be'] as const) {
    const share = await shareOf(encoding)
    const isLikely = encoding === 'big5' || share >= LIKELY_CHINESE
    if (share > most && isLikely) {
      best = encoding
      most = share
    }
  }
  return best
}

async function findEncoding(bytes: Uint8Array, hint: TextEncoding | null): Promise<TextEncoding> {
  const byZeros = encodingByZeros(bytes)
  if (byZeros !== null) return byZeros
  const { whole, broken } = countUtf8(bytes)
  if (broken === 0) return 'utf-8'
  // A text cut off within a character, or with a foreign piece in it, is still what the rest of it is.
  return broken <= Math.max(whole * BROKEN_SHARE, whole > 2 ? 1 : 0) ? 'utf-8' : guessEncoding(bytes, hint)
}

/**
 * Reads bytes as text in the encoding that they are in: by a byte order mark, by being UTF-8, else by what gives Chinese
 * (UTF-16, GB18030 with GB2312 and GBK, Big5 with the characters of Hong Kong). What a page, or `hint`, says about its
 * encoding counts only where the bytes leave it open. The same bytes give the same text in Node and in every browser.
 * Nothing is thrown: bytes that are no text give an empty text and `isBinary`; no bytes are an empty text in UTF-8.
 */
export async function decodeText(
  bytes: Uint8Array,
  hint: { readonly charset?: string } = {},
): Promise<DecodedText> {
  if (BINARY.test(hexadecimal(bytes.subarray(0, HEAD_BYTES)))) return binary('utf-8')
  const mark = byteOrderMark(bytes)
  const content = bytes.subarray(mark?.length ?? 0)
  const named = hint.charset === undefined ? null : encodingNamed(hint.charset)
  const isMarked = mark !== null && !(mark.encoding === 'utf-8' && isOtherThanUtf8(content))
  const encoding = isMarked ? mark.encoding : await findEncoding(content, named ?? declaredEncoding(content))
  const decoded = await decodeAs(encoding, content)
  const text = decoded.replaceAll(/(?![\t\n\r])[\p{Cc}\ufeff]/gu, '')
  const removedCharacters = decoded.length - text.length
  const replaced = countReplaced(text)
  if (looksBinary(decoded, removedCharacters)) return binary(encoding)
  return { text, encoding, isDamaged: replaced > 0, isBinary: false, removedCharacters }
}

function binary(encoding: TextEncoding): DecodedText {
  return { text: '', encoding, isDamaged: false, isBinary: true, removedCharacters: 0 }
}

function countReplaced(text: string): number {
  let replaced = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) replaced++
  return replaced
}

/** Whether a decoded text has nearly nothing of Chinese, and much that no text has. */
function looksBinary(decoded: string, controls: number): boolean {
  const sample = decoded.slice(0, SAMPLE_BYTES)
  const looks = looksOf(sample)
  const isStrange =
    controls > Math.max(FEW_CONTROLS, decoded.length * CONTROLS_SHARE) ||
    looks.impossible > Math.max(FEW_CONTROLS, sample.length * IMPOSSIBLE_SHARE)
  return isStrange && chineseShare(looks) < 0.2
}

/** Whether a text with the byte order mark of UTF-8 is something else: some editors put it before anything. */
function isOtherThanUtf8(bytes: Uint8Array): boolean {
  const { whole, broken } = countUtf8(bytes)
  return broken > whole
}
