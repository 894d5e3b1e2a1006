import { gunzipIfNeeded } from '../gunzip'
import { joinChunks } from '../readChunks'
import type { ReadingBudget } from './readingBudget'

/** Bytes at the head of a file that decide what it is. */
const HEAD_BYTES = 256 * 1024

/** A content whose head was looked at. */
export interface OpenedFile {
  /** The first {@link HEAD_BYTES}, or all of it. */
  readonly head: Uint8Array
  /** Whether the head is all there is. */
  readonly isWhole: boolean
  /** The content from its beginning, once. It has to be iterated or returned, so that the stream is let go. */
  readonly chunks: AsyncGenerator<Uint8Array>
}

/** Looks at the head of a content without losing it. A failure is met behind what came before it. */
export async function openFile(chunks: AsyncGenerator<Uint8Array>): Promise<OpenedFile> {
  const pieces: Uint8Array[] = []
  let length = 0
  let isWhole = false
  let failure: { readonly cause: unknown } | null = null
  while (length < HEAD_BYTES && !isWhole && failure === null) {
    try {
      const next = await chunks.next()
      if (next.done === true) isWhole = true
      else {
        pieces.push(next.value)
        length += next.value.length
      }
    } catch (cause) {
      if (length === 0) throw cause
      failure = { cause }
    }
  }
  const begun = joinChunks(pieces)
  const fromHead = async function* (): AsyncGenerator<Uint8Array> {
    try {
      if (begun.length > 0) yield begun
      if (failure !== null) throw failure.cause
      if (!isWhole) yield* chunks
    } finally {
      await chunks.return(undefined)
    }
  }
  return { head: begun.subarray(0, HEAD_BYTES), isWhole: isWhole && length <= HEAD_BYTES, chunks: fromHead() }
}

/** Whether a content begins as gzip does (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** What is in a gzip, its growth counted. @throws ReadingFailure, GzipDamage */
export async function* gunzipCounted(
  chunks: AsyncIterable<Uint8Array>,
  budget: ReadingBudget,
): AsyncGenerator<Uint8Array> {
  const count = budget.inflation()
  let compressed = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += HEAD_BYTES) {
        const piece = chunk.subarray(at, at + HEAD_BYTES)
        compressed += piece.length
        yield piece
      }
    }
  }
  for await (const chunk of gunzipIfNeeded(counted())) {
    count(chunk.length, compressed)
    yield chunk
  }
}

/** All of a content, when it is no longer than `most` bytes. @throws ReadingFailure */
export async function wholeContent(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  budget: ReadingBudget,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    budget.checkWhole(length, most)
    pieces.push(chunk)
  }
  return joinChunks(pieces)
}
