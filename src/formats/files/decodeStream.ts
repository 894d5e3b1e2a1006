import { decodeText } from '../decodeText'
import type { ReadingBudget } from './readingBudget'
import { joinChunks } from '../readChunks'
import { wholeContent } from './openedFile'

/** Bytes by which the encoding of a long text is found. */
const SAMPLE_BYTES = 256 * 1024

const NEWLINE = 0x0a

/** A text as it is read from bytes. */
export interface DecodedStream {
  /** Its characters in pieces, in order, once; without control characters but tabulators and line ends. */
  readonly pieces: AsyncGenerator<string>
  /** How many characters could not be read by now; U+FFFD stands in their place. */
  readonly damaged: () => number
}

/**
 * The beginning of a text, cut where no character of any encoding is cut: behind its last line end, or, of a single
 * line, before the last character of UTF-8 that is not whole. A text that is whole stays as it is.
 */
export function cutSample(bytes: Uint8Array, isWhole: boolean): Uint8Array {
  if (isWhole) return bytes
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide || bytes.subarray(0, 1024).includes(0)) return bytes.subarray(0, bytes.length & ~1)
  const lineEnd = bytes.lastIndexOf(NEWLINE)
  if (lineEnd > bytes.length / 2) return bytes.subarray(0, lineEnd + 1)
  let end = bytes.length
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, Math.max(0, end - 1))
}

/** Whether bytes are characters of ASCII, which are the same in every encoding but UTF-16. */
function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte > 0 && byte < 0x80)
}

function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r\x85]/gu, '')
}

function countDamage(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count += 1
  return count
}

/**
 * A text whose encoding is found by {@link decodeText} from its first bytes that are not ASCII, and which is then
 * decoded as it comes in. Big5 has no decoder that streams and is the same everywhere: such a text is read as a whole.
 */
export function decodeStream(chunks: AsyncIterable<Uint8Array>, budget: ReadingBudget): DecodedStream {
  let damaged = 0
  const given = (text: string): string => {
    damaged += countDamage(text)
    return withoutControls(text)
  }
  const pieces = async function* (): AsyncGenerator<string> {
    const source = chunks[Symbol.asyncIterator]()
    const sample: Uint8Array[] = []
    let sampled = 0
    let isWhole = false
    try {
      while (sampled < SAMPLE_BYTES && !isWhole) {
        const next = await source.next()
        if (next.done === true) isWhole = true
        else if (sampled === 0 && isPlainAscii(next.value)) yield given(new TextDecoder().decode(next.value))
        else {
          sample.push(next.value)
          sampled += next.value.length
        }
      }
      if (sampled === 0) return
      const head = joinChunks(sample)
      const rest = async function* (): AsyncGenerator<Uint8Array> {
        yield head
        if (isWhole) return
        for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
      }
      const { encoding, text } = await decodeText(cutSample(head, isWhole))
      if (encoding === 'big5') {
        yield given(
          isWhole
            ? text
            : (await decodeText(await wholeContent(rest(), budget.limits.documentBytes, budget))).text,
        )
        return
      }
      const decoder = new TextDecoder(encoding)
      for await (const chunk of rest()) yield given(decoder.decode(chunk, { stream: true }))
      yield given(decoder.decode())
    } finally {
      await source.return?.(undefined)
    }
  }
  return { pieces: pieces(), damaged: () => damaged }
}

/** Pieces of text as bytes of UTF-8. */
export async function* encodeUtf8(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let half = ''
  for await (const piece of pieces) {
    const text = half + piece
    // A character of two units may be parted between two pieces.
    half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : ''
    const whole = half === '' ? text : text.slice(0, -1)
    if (whole !== '') yield encoder.encode(whole)
  }
  if (half !== '') yield encoder.encode(half)
}
