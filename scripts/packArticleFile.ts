import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Gzip } from 'fflate'
import type { CollectionFile } from '../src/domain/collection'
import { UnfinishedFile } from './packFiles'
import type { PackedLine } from './packLines'

/** Bytes that are hashed and compressed at once. */
const PIECE_BYTES = 256 * 1024

/** A file that was written, with its size on the disk. */
export interface WrittenFile {
  readonly file: CollectionFile
  readonly compressedBytes: number
}

/**
 * Writes lines as a gzipped file of a collection, named by its place and its hash. The gzip has no time in it, and the
 * compressor is the same on every machine: the same lines give the same bytes.
 */
export class ArticleFileWriter {
  readonly #out: string
  readonly #place: number
  readonly #file: UnfinishedFile
  readonly #hash = createHash('sha256')
  readonly #gzip: Gzip
  #waiting: string[] = []
  #waitingBytes = 0
  #articles = 0
  #bytes = 0

  /**
   * @param out the collection's folder, which is there
   * @param work a folder on the same disk for what is not finished
   * @param place from 1
   */
  constructor(out: string, work: string, place: number) {
    this.#out = out
    this.#place = place
    this.#file = new UnfinishedFile(join(work, 'articles'))
    this.#gzip = new Gzip({ level: 6, mtime: 0 }, (compressed) => this.#file.write(compressed))
  }

  /** Articles written so far. */
  get articles(): number {
    return this.#articles
  }

  /** Bytes written so far, before compression. */
  get bytes(): number {
    return this.#bytes
  }

  add({ json, bytes }: PackedLine): void {
    this.#waiting.push(json, '\n')
    this.#waitingBytes += bytes
    this.#bytes += bytes
    this.#articles += 1
    if (this.#waitingBytes >= PIECE_BYTES) this.#write(false)
  }

  /** Ends the file and puts it into the collection's folder. */
  finish(): WrittenFile {
    this.#write(true)
    const sha256 = this.#hash.digest('hex')
    const path = `articles-${String(this.#place).padStart(4, '0')}-${sha256.slice(0, 12)}.jsonl.gz`
    const compressedBytes = this.#file.bytes
    this.#file.finishAs(join(this.#out, path))
    const file = { path, role: 'articles', bytes: this.#bytes, sha256, articles: this.#articles }
    return { file, compressedBytes }
  }

  /** Gives the file up. */
  abandon(): void {
    this.#file.abandon()
  }

  #write(isLast: boolean): void {
    const piece = Buffer.from(this.#waiting.join(''))
    this.#waiting = []
    this.#waitingBytes = 0
    this.#hash.update(piece)
    this.#gzip.push(piece, isLast)
  }
}
