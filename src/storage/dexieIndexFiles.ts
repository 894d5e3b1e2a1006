import type { ArchiveDatabase, StoredIndexFile } from './archiveDatabase'
import type { ArchiveStore } from './archiveStore'
import { blobReader, bytesReader } from './indexFileReader'
import { BlobGatherer, writePieces, type IndexFileWriter } from './indexFileWriter'
import { openOriginPrivateFiles, type BegunPrivateFile, type OriginPrivateFiles } from './originPrivateFiles'
import type { PrivateFileSystem } from './privateFileSystem'
import { toFileError } from './storageError'

/** The part of an {@link ArchiveStore} that keeps the files of the index. */
type IndexFiles = Pick<
  ArchiveStore,
  | 'beginIndexFile'
  | 'writeIndexFile'
  | 'openIndexFile'
  | 'indexFileNames'
  | 'deleteIndexFiles'
  | 'clearOrphanedIndexFiles'
>

/**
 * Keeps the files of the index in the origin's private file system, or in the database where there is none. Either way
 * the database says which files there are; `run` runs an operation on it.
 */
export function createDexieIndexFiles(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
  system: PrivateFileSystem | null,
): IndexFiles {
  const { indexFiles } = database
  let opening: Promise<OriginPrivateFiles | null> | null = null
  /** Asked for when first needed, and then once. */
  const openedFiles = (): Promise<OriginPrivateFiles | null> =>
    (opening ??= system === null ? Promise.resolve(null) : openOriginPrivateFiles(system))

  let areBlobsRefused = false

  async function removeBytes(stored: StoredIndexFile | undefined): Promise<void> {
    if (stored?.kind === 'opfs') await (await openedFiles())?.remove(stored.file)
  }

  /** Makes a file exist, in the place of one that had its name. */
  async function register(stored: StoredIndexFile): Promise<void> {
    const before = await run(() =>
      database.transaction('rw', indexFiles, async () => {
        const replaced = await indexFiles.get(stored.name)
        await indexFiles.put(stored)
        return replaced
      }),
    )
    if (fileOf(before) !== fileOf(stored)) await removeBytes(before)
  }

  /** Safari stores no Blob in private windows (https://bugs.webkit.org/show_bug.cgi?id=156347). */
  async function registerBlob(name: string, blob: Blob): Promise<void> {
    const { size } = blob
    try {
      if (!areBlobsRefused) {
        await register({ name, size, kind: 'blob', blob })
        return
      }
    } catch (cause) {
      if (toFileError(cause).code === 'storage-full') throw cause
    }
    await register({ name, size, kind: 'bytes', bytes: await bytesOf(blob) })
    areBlobsRefused = true
  }

  function toPrivateFile(
    name: string,
    { file, writer, release, discard }: BegunPrivateFile,
  ): IndexFileWriter {
    let isOver = false
    return {
      write: writer.write,
      async finish() {
        isOver = true
        try {
          writer.seal()
          await register({ name, size: writer.size(), kind: 'opfs', file })
        } catch (cause) {
          await discard()
          throw cause
        }
        release()
      },
      async abandon() {
        if (!isOver) await discard()
        isOver = true
      },
    }
  }

  function toDatabase(name: string): IndexFileWriter {
    const gathered = new BlobGatherer()
    return {
      write: (bytes) => {
        gathered.add(bytes)
      },
      finish: () => registerBlob(name, gathered.take()),
      abandon: () => Promise.resolve(),
    }
  }

  async function beginIndexFile(name: string): Promise<IndexFileWriter> {
    const begun = await (await openedFiles())?.begin()
    return begun ? toPrivateFile(name, begun) : toDatabase(name)
  }

  return {
    beginIndexFile,
    writeIndexFile: async (name, pieces) => {
      await writePieces(await beginIndexFile(name), pieces)
    },
    async openIndexFile(name) {
      const stored = await run(() => indexFiles.get(name))
      if (stored === undefined) return null
      if (stored.kind === 'opfs') return (await (await openedFiles())?.open(stored.file, stored.size)) ?? null
      if (stored.kind === 'bytes') return bytesReader(stored.bytes)
      try {
        return await blobReader(stored.blob)
      } catch (cause) {
        throw toFileError(cause)
      }
    },
    indexFileNames: () => run(() => indexFiles.toCollection().primaryKeys()),
    async deleteIndexFiles(names) {
      const deleted = await run(() =>
        database.transaction('rw', indexFiles, async () => {
          const rows = await indexFiles.bulkGet([...names])
          await indexFiles.bulkDelete([...names])
          return rows
        }),
      )
      for (const stored of deleted) await removeBytes(stored)
    },
    async clearOrphanedIndexFiles() {
      const privateFiles = await openedFiles()
      if (privateFiles === null) return
      // First the rows, then the files: what a row names is there already.
      const registered = new Set((await run(() => indexFiles.orderBy('file').keys())) as string[])
      const files = await privateFiles.files()
      if (files === null) return
      const present = new Set(files)
      const lost = [...registered].filter((file) => !present.has(file))
      await run(() => indexFiles.where('file').anyOf(lost).delete())
      for (const file of present) {
        if (registered.has(file)) continue
        // Meanwhile its writer may have registered it.
        await privateFiles.remove(
          file,
          async () => (await run(() => indexFiles.where({ file }).count())) === 0,
        )
      }
    },
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (cause) {
    throw toFileError(cause)
  }
}

/** What a stored file is called in the private file system, if it is there. */
function fileOf(stored: StoredIndexFile | undefined): string | null {
  return stored?.kind === 'opfs' ? stored.file : null
}
