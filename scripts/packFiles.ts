import { closeSync, openSync, renameSync, writeSync } from 'node:fs'
import { mkdir, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SegmentSink } from '../src/search/packed/segmentSink'

const BUFFER_BYTES = 1024 * 1024

/** A file that is written from its beginning to its end, and has no name of its own until it is whole. */
export class UnfinishedFile implements SegmentSink {
  readonly #path: string
  readonly #descriptor: number
  readonly #buffer = new Uint8Array(BUFFER_BYTES)
  #buffered = 0
  #bytes = 0
  #isOpen = true

  /** @param path where it is until it is whole; what is there is overwritten */
  constructor(path: string) {
    this.#path = path
    this.#descriptor = openSync(path, 'w')
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes
  }

  write(bytes: Uint8Array): void {
    this.#bytes += bytes.length
    if (this.#buffered + bytes.length > BUFFER_BYTES) this.#flush()
    if (bytes.length > BUFFER_BYTES) {
      this.#writeOut(bytes)
      return
    }
    this.#buffer.set(bytes, this.#buffered)
    this.#buffered += bytes.length
  }

  /** Ends the file and gives it its name, over a file that has it. */
  finishAs(path: string): void {
    this.#flush()
    this.#close()
    renameSync(this.#path, path)
  }

  /** Gives the file up, unless it is whole; what was written stays under the name without meaning. */
  abandon(): void {
    if (this.#isOpen) this.#close()
  }

  #close(): void {
    this.#isOpen = false
    closeSync(this.#descriptor)
  }

  #flush(): void {
    this.#writeOut(this.#buffer.subarray(0, this.#buffered))
    this.#buffered = 0
  }

  #writeOut(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.#descriptor, bytes, done)
  }
}

const WORK_FOLDER = /^\.unfinished-(\d+)$/

function isRunning(owner: number): boolean {
  try {
    return process.kill(owner, 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/**
 * Makes a hidden folder in a collection's folder for what is not finished, and the latter when it is missing. Such
 * folders of programs that were ended by force are removed.
 */
export async function makeWorkFolder(out: string): Promise<string> {
  const work = join(out, `.unfinished-${String(process.pid)}`)
  await mkdir(work, { recursive: true })
  for (const name of await readdir(out)) {
    const owner = WORK_FOLDER.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(out, name), { recursive: true })
  }
  return work
}

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.unfinished`
  await writeFile(unfinished, content)
  await rename(unfinished, path)
}

/** Removes files of a collection; one that is not there is none to remove. */
export async function removeFiles(out: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await unlink(join(out, path)).catch((cause: unknown) => {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    })
  }
}
