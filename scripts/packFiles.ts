import { mkdir, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'fflate'
import type { CollectionFile } from '../src/domain/collection'
import { hashText } from '../src/domain/hashText'
import { hashContent } from '../src/formats/hashContent'

const MOST_ARTICLES = 2000
const MOST_BYTES = 4 * 1024 * 1024

/** One article of a file that is being filled. */
export interface PackedLine {
  readonly json: string
  /** Bytes of the line, its end included. */
  readonly bytes: number
  /** A number drawn from the article's id. */
  readonly mark: number
}

/** An article's line, ready to be put into a file. */
export function packedLine(id: string, json: string): PackedLine {
  return { json, bytes: Buffer.byteLength(json) + 1, mark: hashText(id, 4)[0] }
}

/**
 * Parts a stream of lines into files of at most 2,000 articles and 4 MiB (a longer line is alone). A file that is full
 * is cut before the line with the smallest mark in its last three quarters, and what is behind the cut begins the next.
 * Since marks belong to articles, the same cuts come back behind an article that was put in, taken out or changed: a
 * change touches the file it is in and sometimes the next.
 */
export class LineChunker {
  #lines: PackedLine[] = []
  #bytes = 0

  /** The last file; empty when nothing is left. */
  finish(): readonly PackedLine[] {
    const rest = this.#lines
    this.#lines = []
    this.#bytes = 0
    return rest
  }

  /** Puts a line behind the others; gives the files that are full now. */
  *add(line: PackedLine): Generator<readonly PackedLine[]> {
    this.#lines.push(line)
    this.#bytes += line.bytes
    while (this.#lines.length > 1 && (this.#lines.length > MOST_ARTICLES || this.#bytes > MOST_BYTES))
      yield this.#cut()
  }

  #cut(): readonly PackedLine[] {
    let at = this.#lines.length - 1
    for (let candidate = at; candidate >= Math.max(1, this.#lines.length / 4); candidate -= 1) {
      if (this.#lines[candidate]!.mark <= this.#lines[at]!.mark) at = candidate
    }
    const full = this.#lines.slice(0, at)
    this.#lines = this.#lines.slice(at)
    this.#bytes = this.#lines.reduce((bytes, line) => bytes + line.bytes, 0)
    return full
  }
}

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.unfinished`
  await writeFile(unfinished, content)
  await rename(unfinished, path)
}

/** A file of articles that was written, with its size on the disk. */
export interface WrittenFile {
  readonly file: CollectionFile
  readonly compressedBytes: number
}

/**
 * Writes lines as a gzipped file of a collection, named by its place and its hash. The gzip has no time in it, and the
 * compressor is the same on every machine: the same lines give the same bytes.
 *
 * @param place from 1
 */
export async function writeArticleFile(
  out: string,
  place: number,
  lines: readonly PackedLine[],
): Promise<WrittenFile> {
  const content = Buffer.from(lines.map((line) => `${line.json}\n`).join(''))
  const sha256 = hashContent(content)
  const path = `articles-${String(place).padStart(4, '0')}-${sha256.slice(0, 12)}.jsonl.gz`
  const compressed = gzipSync(content, { level: 6, mtime: 0 })
  await mkdir(out, { recursive: true })
  await writeWhole(join(out, path), compressed)
  return {
    file: { path, role: 'articles', bytes: content.length, sha256, articles: lines.length },
    compressedBytes: compressed.length,
  }
}

/** Removes files of a collection; one that is not there is none to remove. */
export async function removeFiles(out: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await unlink(join(out, path)).catch((cause: unknown) => {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    })
  }
}
