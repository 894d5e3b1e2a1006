import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Problem } from '../src/domain/problem'
import type { InputFile } from '../src/formats/files/inputFile'
import type { ReadItem } from '../src/formats/files/readItem'
import { readInputFile } from '../src/formats/files/readInputFile'
import { INDEX_FILE_ENDING, isBeside, isManifestHead } from '../src/formats/files/passedOver'

const READ_BYTES = 256 * 1024
const HEAD_BYTES = 4096

/** What a tool of a publisher may take: as long as it needs, as much as there is; what stays in memory is limited as in the app. */
const PACK_LIMITS = {
  entries: Infinity,
  inflatedBytes: Infinity,
  articles: Infinity,
  milliseconds: Infinity,
} as const

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** Bytes of a file from `start` up to `end`; less of them behind its end. */
async function readSlice(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(Math.max(0, end - start))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}

/** A file of the disk as a stream that reads only what is asked for. */
function streamOf(path: string): ReadableStream<Uint8Array> {
  let file: Awaited<ReturnType<typeof open>> | null = null
  const close = async (): Promise<void> => {
    await file?.close()
    file = null
  }
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        file ??= await open(path)
        const { buffer, bytesRead } = await file.read(new Uint8Array(READ_BYTES), 0, READ_BYTES)
        if (bytesRead > 0) {
          controller.enqueue(buffer.subarray(0, bytesRead))
          return
        }
        await close()
        controller.close()
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}

/** A file of the disk, named by its path. */
export function diskFile(path: string, size: number): InputFile {
  return {
    name: path,
    size,
    stream: () => streamOf(path),
    slice: (start, end) => readSlice(path, start, end),
  }
}

/** Whether a file is the manifest of a collection, which says where articles are and holds none. */
async function isManifest(path: string): Promise<boolean> {
  return basename(path) === 'manifest.json' && isManifestHead(path, await readSlice(path, 0, HEAD_BYTES))
}

/** Whether an entry of a folder is a link to a folder; one that leads nowhere is none. */
async function isLinkedFolder(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false
  return stat(join(folder, entry.name)).then(
    (status) => status.isDirectory(),
    () => false,
  )
}

async function* filesBelow(path: string, leaveOut: string): AsyncGenerator<InputFile | Problem> {
  if (resolve(path) === leaveOut) return
  try {
    const status = await stat(path)
    if (status.isDirectory()) {
      for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      )) {
        if (isBeside(entry.isDirectory() ? `${entry.name}/` : entry.name)) continue
        if (await isLinkedFolder(path, entry)) continue
        yield* filesBelow(join(path, entry.name), leaveOut)
      }
      return
    }
    if ((await isManifest(path)) || path.endsWith(INDEX_FILE_ENDING)) return
    yield diskFile(path, status.size)
  } catch (cause) {
    yield { file: path, row: 0, field: '', code: 'file-unreadable', message: reasonOf(cause) }
  }
}

/**
 * The files of inputs in their order; those of a folder sorted by name, folders in it included. Hidden entries, linked
 * folders, manifests, index files, what belongs to saved pages and the folder that is written to are passed over; what
 * cannot be read is a problem.
 */
export async function* findInputFiles(
  inputs: readonly string[],
  out: string,
): AsyncGenerator<InputFile | Problem> {
  for (const input of inputs) yield* filesBelow(input, resolve(out))
}

/** The articles of inputs, and what is wrong with them, in the order of the inputs; see {@link findInputFiles}. */
export async function* readInputs(inputs: readonly string[], out: string): AsyncGenerator<ReadItem> {
  for await (const input of findInputFiles(inputs, out)) {
    if ('code' in input) yield { kind: 'problem', problem: input }
    else yield* readInputFile(input, { limits: PACK_LIMITS })
  }
}
