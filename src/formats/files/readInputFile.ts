import { readStreamChunks } from '../readChunks'
import { findFileKind, type FileKind } from './fileKind'
import { fileOfBlob, type InputFile, type RandomBytes } from './inputFile'
import { gunzipCounted, isGzip, openFile, wholeContent, type OpenedFile } from './openedFile'
import { isManifestHead } from './passedOver'
import { ReadingBudget } from './readingBudget'
import type { Reading } from './reading'
import { failureOf, ReadingFailure } from './readingFailure'
import { READING_LIMITS } from './readingLimits'
import { problemItem, type OriginalPage, type ReadingOptions, type ReadItem } from './readItem'

/** Bytes after which the progress is told again. */
const TELL_BYTES = 128 * 1024

/** A file that knows how much of it was read. */
interface WatchedFile {
  readonly file: InputFile
  readonly bytesRead: () => number
}

function watchFile(file: InputFile): WatchedFile {
  let read = 0
  let isSliced = false
  const { size, slice } = file
  const most = size ?? Infinity
  const counted = (bytes: Uint8Array): Uint8Array => {
    read += bytes.length
    return bytes
  }
  const stream = (): ReadableStream<Uint8Array> => {
    read = 0
    isSliced = false
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        controller.enqueue(counted(chunk))
      },
    })
    return file.stream().pipeThrough(count)
  }
  return {
    file: {
      ...file,
      stream,
      ...(slice === undefined
        ? {}
        : {
            slice: async (start: number, end: number) => {
              // Its head was looked at before; now its parts are read.
              if (!isSliced) read = 0
              isSliced = true
              return counted(await slice(start, end))
            },
          }),
    },
    bytesRead: () => Math.min(read, most),
  }
}

/** Longest silence, in milliseconds, before it is told that the reading goes on. */
const SILENCE = 500

/** The items as they come, and `null` whenever none came for that long. What was given is not held. */
async function* withSilences(
  items: AsyncGenerator<ReadItem>,
  milliseconds: number,
): AsyncGenerator<ReadItem | null> {
  let tellSilence: (nothing: null) => void = () => undefined
  const timer = setInterval(() => {
    tellSilence(null)
  }, milliseconds)
  try {
    let next = items.next()
    for (;;) {
      const came = await new Promise<IteratorResult<ReadItem> | null>((resolve, reject) => {
        tellSilence = resolve
        next.then(resolve, reject)
      })
      if (came === null) yield null
      else if (came.done === true) return
      else {
        yield came.value
        next = items.next()
      }
    }
  } finally {
    clearInterval(timer)
    await items.return(undefined)
  }
}

/** A name without the ending of gzip. */
function withoutGzip(name: string): string {
  return name.replace(/\.t?gz$|\.gzip$/i, '')
}

/** Any part of a file: of the file itself where that can be, else of a copy that is put aside. */
async function randomBytes(
  file: InputFile,
  opened: OpenedFile,
  isFileItself: boolean,
  reading: Reading,
): Promise<RandomBytes> {
  const { size, slice } = file
  if (isFileItself && slice !== undefined && size !== null) {
    await opened.chunks.return(undefined)
    return { size, slice }
  }
  const pieces: BlobPart[] = []
  let length = 0
  for await (const chunk of opened.chunks) {
    length += chunk.length
    reading.budget.checkWhole(length, reading.budget.limits.asideBytes)
    pieces.push(chunk as Uint8Array<ArrayBuffer>)
  }
  return fileOfBlob(file.name, new Blob(pieces))
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  html: 'text/html',
  mime: 'multipart/related',
  pdf: 'application/pdf',
}

async function originalOf(
  file: InputFile,
  kind: string,
  opened: OpenedFile,
  reading: Reading,
): Promise<OriginalPage> {
  const { budget } = reading
  const bytes = await wholeContent(opened.chunks, budget.limits.documentBytes, budget)
  return { name: file.name, type: TYPES[kind] ?? 'application/octet-stream', bytes }
}

/** Reads a file of a kind that is known. What reads a kind is loaded when the first file of that kind comes. */
async function* readKind(
  kind: FileKind,
  file: InputFile,
  opened: OpenedFile,
  isFileItself: boolean,
  depth: number,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  if (typeof kind === 'object') throw new ReadingFailure('file-kind-unknown', kind.unread)
  switch (kind) {
    case 'empty':
      throw new ReadingFailure('no-article', 'the file is empty')
    case 'json':
    case 'json-lines': {
      const { readJson } = await import('./readJson')
      yield* readJson(file.name, kind, opened, reading)
      return
    }
    case 'delimited': {
      const { readDelimited } = await import('./readDelimited')
      yield* readDelimited(file.name, opened.chunks, reading)
      return
    }
    case 'text':
    case 'html': {
      const { readPageFile } = await import('./readPageFile')
      yield* readPageFile(file.name, kind, await originalOf(file, kind, opened, reading), reading.budget)
      return
    }
    case 'mime': {
      const { readMimeFile } = await import('./readMimeFile')
      yield* readMimeFile(file.name, await originalOf(file, kind, opened, reading), reading.budget)
      return
    }
    case 'ris':
    case 'endnote':
    case 'noteexpress': {
      const { readReferences } = await import('./readReferences')
      yield* readReferences(file.name, kind, opened.chunks, reading)
      return
    }
    case 'bibtex': {
      const { readBibtexFile } = await import('./readReferences')
      yield* readBibtexFile(file.name, opened.chunks, reading)
      return
    }
    case 'html-table': {
      const { readHtmlTable } = await import('./readHtmlTable')
      yield* readHtmlTable(file.name, opened.chunks, reading)
      return
    }
    case 'pdf': {
      const { readPdfFile } = await import('./readPdfFile')
      yield* readPdfFile(file.name, await originalOf(file, kind, opened, reading), reading.budget)
      return
    }
    case 'zip': {
      const { readPackage } = await import('./readPackage')
      const bytes = await randomBytes(file, opened, isFileItself, reading)
      yield* readPackage(file.name, bytes, depth, reading)
    }
  }
}

/** Reads a file, or an entry of an archive, of whatever kind it is. */
async function* readFile(file: InputFile, depth: number, reading: Reading): AsyncGenerator<ReadItem> {
  let opened = await openFile(readStreamChunks(file.stream()))
  let isFileItself = true
  let name = file.name
  try {
    for (let layers = 0; isGzip(opened.head); layers += 1) {
      if (layers > reading.budget.limits.depth) {
        throw new ReadingFailure('limit-reached', 'gzip inside gzip inside gzip; unpack it')
      }
      opened = await openFile(gunzipCounted(opened.chunks, reading.budget))
      isFileItself = false
      name = withoutGzip(name)
    }
    if (isManifestHead(name, opened.head)) return
    const kind = await findFileKind(opened.head, opened.isWhole, name)
    yield* readKind(kind, file, opened, isFileItself, depth, reading)
  } finally {
    await opened.chunks.return(undefined)
  }
}

/**
 * Reads the articles of a file of any kind that is known, one after another as they come in: JSON, JSON Lines, tables
 * (CSV, XLSX and what pretends to be), pages and documents, lists of reference managers, archives of any of these, all
 * of them gzipped too. What a file is, its content decides first, and its name where the content leaves it open.
 *
 * Nothing throws: what cannot be read is a problem, and what was read before it has been given. Every limit ends in a
 * problem `limit-reached`. `file` of an item is the file's name, of an entry of an archive the archive's name, a slash
 * and the path in it, of a table in a workbook its name, `#` and the sheet. The progress is told every now and then, also
 * while nothing else comes, and at the end.
 */
export async function* readInputFile(
  file: InputFile,
  options: ReadingOptions = {},
): AsyncGenerator<ReadItem> {
  const now = options.now ?? (() => performance.now())
  const budget = new ReadingBudget({ ...READING_LIMITS, ...options.limits }, now)
  const reading: Reading = {
    budget,
    fields: options.fields ?? new Map<string, readonly (string | null)[]>(),
    readEntry: (entry, depth) => readFile(entry, depth, reading),
  }
  const watched = watchFile(file)
  let told = 0
  const progress = (): ReadItem => {
    told = watched.bytesRead()
    return { kind: 'progress', file: file.name, bytes: told }
  }
  try {
    for await (const item of withSilences(readFile(watched.file, 0, reading), SILENCE)) {
      budget.pause()
      if (item !== null) yield item
      if (item === null || watched.bytesRead() - told >= TELL_BYTES) yield progress()
      budget.resume()
    }
  } catch (cause) {
    yield problemItem(file.name, 0, failureOf(cause))
  }
  yield { kind: 'progress', file: file.name, bytes: file.size ?? watched.bytesRead() }
}
