/** A part of a MIME message with its content decoded. */
export interface MimePart {
  /** Its media type in small letters, without parameters. */
  readonly type: string
  /** Where it was fetched from, or its id; empty when neither is told. */
  readonly location: string
  readonly bytes: Uint8Array
}

/** Parts inside each other that are read: pages are saved with two. */
const DEEPEST = 8
const MOST_PARTS = 10_000

/** Bytes as characters of their own values, so that text operations work on them and nothing is lost. */
function toLatin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

function fromLatin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Headers by their names in small letters, folded lines joined. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`[;\\s]${name}\\s*=\\s*(?:"([^"]{0,500})"|([^;\\s]{1,500}))`, 'i').exec(header)
  return match?.[1] ?? match?.[2]
}

/** Quoted-printable (RFC 2045, 6.7) as bytes; what is no escape stays as it stands. */
export function decodeQuotedPrintable(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '=') {
      bytes[length++] = text.charCodeAt(at)
      continue
    }
    const code = text.slice(at + 1, at + 3)
    if (/^[0-9A-Fa-f]{2}$/.test(code)) {
      bytes[length++] = Number.parseInt(code, 16)
      at += 2
      continue
    }
    // A line end that was put in to keep lines short, with blanks before it that transport added.
    let end = at + 1
    while (text[end] === ' ' || text[end] === '\t') end += 1
    if (text[end] === '\r') end += 1
    if (text[end] === '\n') at = end
    else bytes[length++] = 0x3d
  }
  return bytes.subarray(0, length)
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BASE64_VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < BASE64.length; value += 1) BASE64_VALUES[BASE64.charCodeAt(value)] = value

/** Base64 (RFC 2045, 6.8) as bytes; characters that are none of it are passed over, as the standard asks. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let bits = 0
  let held = 0
  for (let at = 0; at < text.length; at += 1) {
    const value = BASE64_VALUES[text.charCodeAt(at)] ?? -1
    if (value < 0) continue
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = (held >> bits) & 0xff
    held &= (1 << bits) - 1
  }
  return bytes.subarray(0, length)
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body)
  return encoding === 'base64' ? decodeBase64(body) : fromLatin(body)
}

/** Where the lines of a boundary begin in a text, and whether each is the last one. */
function boundaryLines(text: string, boundary: string) {
  const mark = `--${boundary}`
  const lines: { readonly start: number; readonly end: number; readonly isLast: boolean }[] = []
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    if (at > 0 && text[at - 1] !== '\n') continue
    const lineEnd = text.indexOf('\n', at)
    const behind = text.slice(at + mark.length, lineEnd === -1 ? text.length : lineEnd)
    // Another boundary may begin with the same characters.
    if (!/^(?:--)?[ \t\r]*$/.test(behind.slice(0, 200))) continue
    const isLast = behind.startsWith('--')
    lines.push({ start: at, end: lineEnd === -1 ? text.length : lineEnd + 1, isLast })
    if (isLast || lines.length > MOST_PARTS) break
  }
  return lines
}

function* partsOf(text: string, depth: number): Generator<MimePart> {
  const gap = /\r?\n\r?\n/.exec(text)
  const headers = headersOf(text.slice(0, gap?.index ?? 0))
  const body = gap === null ? text : text.slice(gap.index + gap[0].length)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : undefined
  if (boundary === undefined || depth >= DEEPEST) {
    const location =
      headers.get('content-location') ?? headers.get('content-id')?.replaceAll(/[<>]/g, '') ?? ''
    const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
    yield {
      type: (type.split(';')[0] ?? '').trim().toLowerCase(),
      location,
      bytes: decodeBody(body, encoding),
    }
    return
  }
  const lines = boundaryLines(body, boundary)
  for (const [at, line] of lines.entries()) {
    if (line.isLast) return
    // The line end before a boundary belongs to it; without a next boundary the message is cut off.
    const end = lines[at + 1]?.start ?? body.length
    yield* partsOf(body.slice(line.end, end).replace(/\r?\n$/, ''), depth + 1)
  }
}

/**
 * The parts of a MIME message (RFC 2045, 2046, 2557), as browsers save a page with everything in it, in their order;
 * those inside others come in place of these. A message that is cut off gives what is there. Never throws.
 */
export function readMimeParts(message: Uint8Array): readonly MimePart[] {
  return [...partsOf(toLatin(message).replace(/^\s+/, ''), 0)]
}
