import { Gunzip } from 'fflate'
import { crc32 } from './crc32'
import { joinChunks, type ByteChunks } from './readChunks'

/** Pieces of compressed bytes that are inflated at once: small enough that a bomb cannot fill the memory in one step. */
const STEP_BYTES = 64 * 1024
/** CRC-32 and length at the end of a member. */
const TRAILER_BYTES = 8

/** A gzip file that is cut off or does not hold what it says. */
export class GzipDamage extends Error {
  override readonly name = 'GzipDamage'
}

/** Inflates the members of a gzip file one after another, and checks each against its own CRC-32 and length. */
class MemberInflater {
  #inflated: Uint8Array[] = []
  #crc = 0
  #length = 0
  #pushed = 0
  /** The compressed bytes from `#tailStart` on: at least the trailer of the member that ended last. */
  #tail: Uint8Array = new Uint8Array(0)
  #tailStart = 0
  readonly #gunzip = new Gunzip((chunk) => {
    this.#crc = crc32(chunk, this.#crc)
    this.#length = (this.#length + chunk.length) >>> 0
    this.#inflated.push(chunk)
  })

  constructor() {
    this.#gunzip.onmember = (offset) => {
      this.#checkMember(offset)
    }
  }

  /** Inflates a piece; the last one must say so. What could be inflated comes before the damage is told. @throws GzipDamage */
  *push(compressed: Uint8Array, isLast: boolean): Generator<Uint8Array> {
    this.#inflated = []
    this.#pushed += compressed.length
    this.#tail = joinChunks([this.#tail, compressed])
    let damage: GzipDamage | null = null
    try {
      this.#gunzip.push(compressed, isLast)
      if (isLast) this.#checkMember(this.#pushed)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      damage = cause instanceof GzipDamage ? cause : new GzipDamage(reason)
    }
    const keepFrom = Math.max(0, this.#tail.length - 2 * STEP_BYTES)
    this.#tail = this.#tail.slice(keepFrom)
    this.#tailStart += keepFrom
    yield* this.#inflated
    if (damage !== null) throw damage
  }

  #checkMember(end: number): void {
    const at = end - TRAILER_BYTES - this.#tailStart
    if (at < 0) throw new GzipDamage('cut off')
    const trailer = new DataView(this.#tail.buffer, this.#tail.byteOffset + at, TRAILER_BYTES)
    if (trailer.getUint32(0, true) !== this.#crc)
      throw new GzipDamage('the checksum does not match, or the end is missing')
    if (trailer.getUint32(4, true) !== this.#length) throw new GzipDamage('the length does not match')
    this.#crc = 0
    this.#length = 0
  }
}

function* steps(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += STEP_BYTES) yield chunk.subarray(at, at + STEP_BYTES)
}

/**
 * The content of a file that is gzipped or not, which its first two bytes decide: web servers differ over whether they
 * decode a `.gz` on the way. Members that follow one another are read as one content (RFC 1952, section 2.2); anything
 * else behind the last member is damage. The same code runs in the browser, whose DecompressionStream fails on several
 * members, and in Node.
 *
 * @throws GzipDamage when it is gzip but cut off or damaged; what was given before may be wrong then
 */
export async function* gunzipIfNeeded(chunks: ByteChunks): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0)
  let inflater: MemberInflater | null | undefined
  let waiting: Uint8Array | null = null
  for await (const chunk of chunks) {
    let next = chunk
    if (inflater === undefined) {
      head = joinChunks([head, chunk])
      if (head.length < 2) continue
      inflater = head[0] === 0x1f && head[1] === 0x8b ? new MemberInflater() : null
      next = head
    }
    if (inflater === null) {
      yield next
      continue
    }
    for (const step of steps(next)) {
      if (waiting !== null) yield* inflater.push(waiting, false)
      waiting = step
    }
  }
  if (inflater === undefined && head.length > 0) yield head
  if (inflater && waiting !== null) yield* inflater.push(waiting, true)
}
