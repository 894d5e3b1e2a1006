import type { InputFile, RandomBytes } from './inputFile'
import { isBeside } from './passedOver'
import type { Reading } from './reading'
import { failureOf, ReadingFailure } from './readingFailure'
import { problemItem, type ReadItem } from './readItem'
import { zipContent } from './zipContent'
import { readZipDirectory, type ZipEntry } from './zipDirectory'
import { salvageZipEntries } from './salvageZip'

/** An entry of an archive as a file of its own. */
function entryFile(name: string, archive: RandomBytes, entry: ZipEntry, reading: Reading): InputFile {
  return {
    name,
    size: entry.bytes,
    stream: () => {
      const content = zipContent(archive, entry, reading.budget)
      return new ReadableStream<Uint8Array>(
        {
          pull: async (controller) => {
            const next = await content.next()
            if (next.done === true) controller.close()
            else controller.enqueue(next.value)
          },
          cancel: async () => {
            await content.return(undefined)
          },
        },
        { highWaterMark: 0 },
      )
    },
  }
}

/** The directory of an archive, or what can be found of its files when it is cut off; then a problem says so. */
export async function openZip(archive: RandomBytes, reading: Reading) {
  const entries = await readZipDirectory(archive)
  if (entries !== null) return { entries, isCutOff: false }
  return { entries: await salvageZipEntries(archive, reading.budget), isCutOff: true }
}

/**
 * The articles of all files of an archive, in the order of its directory. A file that cannot be read is a problem of its
 * own, and the next is read. Encrypted and damaged files, and archives inside archives beyond the limit, are problems.
 *
 * @param name the archive's name; its files are named by it, a slash and their path
 * @param depth how many archives are around its files, itself included
 */
export async function* readZip(
  name: string,
  archive: RandomBytes,
  { entries, isCutOff }: Awaited<ReturnType<typeof openZip>>,
  depth: number,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const { limits } = reading.budget
  if (depth > limits.depth) {
    const message = `an archive inside ${String(depth - 1)} others; at most ${String(limits.depth)} inside each other are read, unpack it`
    throw new ReadingFailure('limit-reached', message)
  }
  for (const entry of entries) {
    if (isBeside(entry.path)) continue
    reading.budget.countEntry()
    const file = `${name}/${entry.path}`
    try {
      yield* reading.readEntry(entryFile(file, archive, entry, reading), depth)
    } catch (cause) {
      if (cause instanceof ReadingFailure && cause.endsInput) throw cause
      yield problemItem(file, 0, failureOf(cause))
    }
  }
  if (isCutOff) {
    const message = `the archive is cut off; ${String(entries.length)} files were found in it`
    yield problemItem(name, 0, { code: 'archive-damaged', message })
  }
}
