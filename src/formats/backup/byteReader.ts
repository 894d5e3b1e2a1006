import type { ContentHash } from '../hashContent'
import { joinChunks } from '../readChunks'
import { BackupRefusal, LONGEST_BACKUP_ROW } from './backupFile'

const NEWLINE = 0x0a

/** Reads lines and runs of bytes, in turns, from content that comes in pieces; what is read goes into hashes. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #chunk: Uint8Array = new Uint8Array()

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /**
   * The next line without its end, into the hashes with it; `null` at the end of the content.
   *
   * @throws BackupRefusal `damaged` when the last line has no end, or a line is longer than any
   */
  async line(hashes: readonly ContentHash[]): Promise<Uint8Array | null> {
    const pieces: Uint8Array[] = []
    let length = 0
    for (;;) {
      if (!(await this.#fill())) {
        if (length === 0) return null
        throw new BackupRefusal('damaged', 'cut off')
      }
      const end = this.#chunk.indexOf(NEWLINE)
      const piece = end === -1 ? this.#chunk : this.#chunk.subarray(0, end)
      length += piece.length
      if (length > LONGEST_BACKUP_ROW) throw new BackupRefusal('damaged', 'a row is longer than any')
      pieces.push(piece)
      this.#chunk = this.#chunk.subarray(end === -1 ? piece.length : end + 1)
      if (end === -1) continue
      const line = joinChunks(pieces)
      for (const hash of hashes) {
        hash.update(line)
        hash.update(Uint8Array.of(NEWLINE))
      }
      return line
    }
  }

  /** So many bytes, in pieces. @throws BackupRefusal `damaged` when there are not so many */
  async *bytes(count: number, hashes: readonly ContentHash[]): AsyncGenerator<Uint8Array> {
    let left = count
    while (left > 0) {
      if (!(await this.#fill())) throw new BackupRefusal('damaged', 'cut off')
      const piece = this.#chunk.subarray(0, left)
      this.#chunk = this.#chunk.subarray(piece.length)
      left -= piece.length
      for (const hash of hashes) hash.update(piece)
      yield piece
    }
  }

  /** Whether there is anything left to read. */
  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next: IteratorResult<Uint8Array, unknown> = await this.#chunks.next()
      if (next.done === true) return false
      this.#chunk = next.value
    }
    return true
  }
}
