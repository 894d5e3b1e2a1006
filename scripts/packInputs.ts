import { createReadStream } from 'node:fs'
import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { MANIFEST_FORMAT } from '../src/domain/collection'
import type { Problem } from '../src/domain/problem'
import { GzipDamage, gunzipIfNeeded } from '../src/formats/gunzip'
import { badRow, type JsonRow } from '../src/formats/jsonRow'
import { readJsonArray } from '../src/formats/readJsonArray'
import { readJsonLines } from '../src/formats/readJsonLines'

/** How the articles of an input file are told apart. */
type InputKind = 'lines' | 'array'

/** A file to be packed. */
export interface InputFile {
  readonly path: string
  readonly kind: InputKind
}

/** How the name of an index file ends; a collection has them beside its article files. */
export const INDEX_FILE_ENDING = '.jbx'

const READ_BYTES = 256 * 1024

function kindOf(path: string): InputKind | null {
  const name = path.toLowerCase().replace(/\.gz$/, '')
  if (name.endsWith('.jsonl') || name.endsWith('.ndjson')) return 'lines'
  return name.endsWith('.json') ? 'array' : null
}

function wholeFile(path: string, code: Problem['code'], message: string): Problem {
  return { file: path, row: 0, field: '', code, message }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** Whether a file is the manifest of a collection, which says where articles are and holds none. */
async function isManifest(path: string): Promise<boolean> {
  if (basename(path) !== 'manifest.json') return false
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead).includes(MANIFEST_FORMAT)
  } finally {
    await file.close()
  }
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
    if ((await stat(path)).isDirectory()) {
      for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      )) {
        if (entry.name.startsWith('.') || (await isLinkedFolder(path, entry))) continue
        yield* filesBelow(join(path, entry.name), leaveOut)
      }
      return
    }
    if (await isManifest(path)) return
  } catch (cause) {
    yield wholeFile(path, 'file-unreadable', reasonOf(cause))
    return
  }
  if (path.endsWith(INDEX_FILE_ENDING)) return
  const kind = kindOf(path)
  if (kind !== null) yield { path, kind }
  else
    yield wholeFile(
      path,
      'file-kind-unknown',
      'expected .json, .jsonl or .jsonl.gz; other kinds cannot be packed yet',
    )
}

/**
 * The files of inputs in their order; those of a folder sorted by name, folders in it included. Hidden entries, linked
 * folders, manifests, index files and the folder that is written to are passed over; what cannot be read or is of
 * another kind is a problem.
 */
export async function* findInputFiles(
  inputs: readonly string[],
  out: string,
): AsyncGenerator<InputFile | Problem> {
  for (const input of inputs) yield* filesBelow(input, resolve(out))
}

/** The rows of an input file as they are read; a file that breaks off ends with a row 0 that says why. */
export async function* readInputFile({ path, kind }: InputFile): AsyncGenerator<JsonRow> {
  try {
    const content = gunzipIfNeeded(
      createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>,
    )
    yield* kind === 'lines' ? readJsonLines(content) : readJsonArray(content)
  } catch (cause) {
    yield badRow(0, cause instanceof GzipDamage ? 'gzip-damaged' : 'file-unreadable', reasonOf(cause))
  }
}
