import { MANIFEST_FORMAT } from '../../domain/collection'
import { givenFilesAddress, type GivenFile } from '../../domain/givenFiles'
import { ArchiveError } from '../../domain/problem'
import { fileOfBlob } from '../../formats/files/inputFile'
import { ReadingBudget } from '../../formats/files/readingBudget'
import { READING_LIMITS } from '../../formats/files/readingLimits'
import { zipContent } from '../../formats/files/zipContent'
import { readZipDirectory } from '../../formats/files/zipDirectory'
import { readStreamChunks } from '../../formats/readChunks'
import { fileAddress } from '../collectionAddress'
import { NetworkFailure, UNREADABLE, type Network } from '../network'

/** A collection in files that a person gave: read like one on a host, without any network. */
export interface GivenCollection {
  readonly source: Network
  /** What stands for the manifest's address. */
  readonly address: string
}

/** A file among those given, with a way to read it as often as wanted. */
interface Readable {
  readonly path: string
  readonly read: () => AsyncIterable<Uint8Array>
}

const MANIFEST = 'manifest.json'
const HEAD_BYTES = 4096
/** Only the directory of such an archive is held in memory, and only what the manifest names is read from it. */
const LIMITS = { ...READING_LIMITS, entries: Infinity, inflatedBytes: Infinity, milliseconds: Infinity }

async function zipEntries({ path, content }: GivenFile): Promise<readonly Readable[]> {
  const file = fileOfBlob(path, content)
  const entries = await readZipDirectory(file)
  if (entries === null) {
    throw new ArchiveError(
      'manifest-malformed',
      path,
      'the ZIP is damaged or cut off: its directory is missing',
    )
  }
  const budget = new ReadingBudget(LIMITS, () => 0)
  return entries.map((entry) => ({ path: entry.path, read: () => zipContent(file, entry, budget) }))
}

async function readables(files: readonly GivenFile[]): Promise<readonly Readable[]> {
  const [only] = files
  if (files.length === 1 && only !== undefined && /\.zip$/i.test(only.path)) return zipEntries(only)
  return files.map(({ path, content }) => ({ path, read: () => readStreamChunks(content.stream()) }))
}

async function isManifest(file: Readable): Promise<boolean> {
  let head = ''
  const decoder = new TextDecoder()
  for await (const chunk of file.read()) {
    head += decoder.decode(chunk.subarray(0, HEAD_BYTES), { stream: true })
    if (head.length >= HEAD_BYTES) break
  }
  return head.includes(MANIFEST_FORMAT)
}

function depthOf(path: string): number {
  return path.split('/').length
}

/** The folder that the collection lies in, with the slash at its end: that of the manifest that lies highest. */
async function findFolder(files: readonly Readable[], name: string): Promise<string> {
  const manifests: string[] = []
  for (const file of files) {
    const isNamedSo = file.path === MANIFEST || file.path.endsWith(`/${MANIFEST}`)
    if (isNamedSo && (await isManifest(file))) manifests.push(file.path)
  }
  const highest = Math.min(...manifests.map(depthOf))
  const [found, another] = manifests.filter((path) => depthOf(path) === highest)
  if (found === undefined) {
    throw new ArchiveError('manifest-malformed', name, `there is no ${MANIFEST} of a collection in it`)
  }
  if (another !== undefined) {
    throw new ArchiveError('manifest-malformed', name, `several collections: ${found}, ${another}; give one`)
  }
  return found.slice(0, -MANIFEST.length)
}

/** Whatever a file does not give is told like a host's failure, so that the other files are still taken in. */
async function* asFromHost(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch (cause) {
    throw new NetworkFailure(cause instanceof Error ? cause.message : String(cause), UNREADABLE)
  }
}

/**
 * The collection in a ZIP archive, or in the files of a folder; the folder may be inside another one.
 *
 * @throws ArchiveError `manifest-malformed` when there is none, or more than one, or the archive cannot be read
 */
export async function openGivenCollection(files: readonly GivenFile[]): Promise<GivenCollection> {
  const first = files[0]?.path ?? ''
  const name = first.split('/')[0] ?? first
  try {
    const all = await readables(files)
    const folder = await findFolder(all, name)
    const address = givenFilesAddress(name)
    const byAddress = new Map(
      all
        .filter(({ path }) => path.startsWith(folder))
        .map((file) => [fileAddress(file.path.slice(folder.length), address), file]),
    )
    byAddress.set(
      address,
      all.find(({ path }) => path === folder + MANIFEST)!,
    )
    return {
      address,
      source: {
        permit: () => undefined,
        read(asked) {
          const file = byAddress.get(asked)
          if (file === undefined) {
            return Promise.reject(new NetworkFailure('it is not among the given files', 404))
          }
          return Promise.resolve(asFromHost(file.read()))
        },
      },
    }
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause
    throw new ArchiveError('manifest-malformed', name, cause instanceof Error ? cause.message : String(cause))
  }
}
