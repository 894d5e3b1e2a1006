import { Inflate } from 'fflate'
import { crc32 } from '../crc32'
import type { RandomBytes } from './inputFile'
import type { ReadingBudget } from './readingBudget'
import { ReadingFailure } from './readingFailure'
import type { ZipEntry } from './zipDirectory'

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30
/** Compressed bytes that are fetched at once. */
const FETCH_BYTES = 256 * 1024
/** Compressed bytes that are inflated at once: they become 16 MB at the very most. */
const STEP_BYTES = 16 * 1024

/** Where the compressed bytes of an entry begin. @throws ReadingFailure */
async function contentStart(file: RandomBytes, { at }: ZipEntry): Promise<number> {
  const header = await file.slice(at, at + LOCAL_BYTES)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.length < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw new ReadingFailure('archive-damaged', 'the file is not where the archive says')
  }
  return at + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true)
}

async function* compressedSteps(file: RandomBytes, start: number, bytes: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < start + bytes; at += FETCH_BYTES) {
    const end = Math.min(start + bytes, at + FETCH_BYTES)
    const piece = await file.slice(at, end)
    for (let step = 0; step < piece.length; step += STEP_BYTES) yield piece.subarray(step, step + STEP_BYTES)
    if (piece.length < end - at) throw new ReadingFailure('archive-damaged', 'the archive is cut off')
  }
}

/** Inflates by deflate; what is damaged fails with `archive-damaged`, behind what could be inflated before it. */
async function* inflated(steps: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => pieces.push(piece))
  const push = function* (step: Uint8Array, isLast: boolean): Generator<Uint8Array> {
    pieces = []
    let reason: string | null = null
    try {
      inflate.push(step, isLast)
    } catch (cause) {
      reason = cause instanceof Error ? cause.message : String(cause)
    }
    yield* pieces
    if (reason === null) return
    throw new ReadingFailure('archive-damaged', `the compressed content is damaged: ${reason}`)
  }
  for await (const step of steps) yield* push(step, false)
  yield* push(new Uint8Array(0), true)
}

/**
 * The content of an entry of a ZIP archive as it is decompressed.
 *
 * @throws ReadingFailure when it is encrypted, compressed in another way, damaged, or grows beyond the limits; what was
 *   given before may be wrong when the archive is damaged
 */
export async function* zipContent(
  file: RandomBytes,
  entry: ZipEntry,
  budget: ReadingBudget,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) {
    throw new ReadingFailure('file-unreadable', 'it has a password; unpack the archive first')
  }
  if (entry.method !== 0 && entry.method !== 8) {
    const message = `compressed by method ${String(entry.method)}, which is not read; pack the archive anew as usual ZIP`
    throw new ReadingFailure('file-kind-unknown', message)
  }
  const start = await contentStart(file, entry)
  const count = budget.inflation()
  let compressed = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const step of compressedSteps(file, start, entry.compressedBytes)) {
      compressed += step.length
      yield step
    }
  }
  let crc = 0
  let length = 0
  for await (const piece of entry.method === 0 ? counted() : inflated(counted())) {
    count(piece.length, compressed)
    crc = crc32(piece, crc)
    length += piece.length
    if (length > entry.bytes) throw new ReadingFailure('archive-damaged', 'longer than the archive says')
    yield piece
  }
  if (length !== entry.bytes) throw new ReadingFailure('archive-damaged', 'shorter than the archive says')
  if (crc !== entry.crc) throw new ReadingFailure('archive-damaged', 'the checksum does not match')
}
