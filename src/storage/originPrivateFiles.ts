import type { IndexFileReader } from './indexFileReader'
import { privateFileReader } from './privateFileReader'
import { takeFreeLock, takeLock, type PrivateDirectory, type PrivateFileSystem } from './privateFileSystem'
import { beginPrivateFile, type PrivateFileWriter } from './privateFileWriter'
import { isFullError, toFileError } from './storageError'

/** The directory of the index files; no other one is touched. */
const DIRECTORY = 'jianbao-index'

/** A private file that is being written and that nobody else touches before it is released. */
export interface BegunPrivateFile {
  /** A name that no file had before. */
  readonly file: string
  readonly writer: PrivateFileWriter
  /** Lets others open the file, or remove it. */
  release(): void
  /** Ends the writing and removes the file. Never fails: what cannot be removed stays. */
  discard(): Promise<void>
}

/** All readers that this thread has of one file. */
interface SharedReader {
  users: number
  readonly opened: Promise<IndexFileReader | null>
}

/** Opens the files of the index; `null` when the browser refuses, as Firefox and Safari do in private windows. */
export async function openOriginPrivateFiles(system: PrivateFileSystem): Promise<OriginPrivateFiles | null> {
  try {
    const root = await system.root()
    const directory = await root.getDirectoryHandle(DIRECTORY, { create: true })
    return new OriginPrivateFiles(directory, system)
  } catch {
    return null
  }
}

/**
 * Files in the origin's private file system, which workers read and write synchronously.
 *
 * Who writes a file holds its lock alone, who reads it shares the lock, who removes it must have it alone. The locks
 * that access handles take would not do: they do not protect who reads a file without a handle, nor a file between its
 * writing and its registration, and engines differ in them.
 */
export class OriginPrivateFiles {
  private readonly directory: PrivateDirectory
  private readonly locks: PrivateFileSystem['locks']
  /** One access handle serves all readers of a file: most engines give no second one. */
  private readonly shared = new Map<string, SharedReader>()
  private isRefused = false

  constructor(directory: PrivateDirectory, system: PrivateFileSystem) {
    this.directory = directory
    this.locks = system.locks
  }

  /**
   * Begins a file; `null` when the browser does not let this thread write files, which is then not tried again. Fails
   * with `storage-full`.
   */
  async begin(): Promise<BegunPrivateFile | null> {
    if (this.isRefused) return null
    const file = crypto.randomUUID()
    let release = (): void => undefined
    const discard = async (writer?: PrivateFileWriter): Promise<void> => {
      writer?.drop()
      await this.removeEntry(file)
      release()
    }
    try {
      release = await takeLock(this.locks, lockOf(file), 'exclusive')
      const writer = await beginPrivateFile(this.directory, file)
      return { file, writer, release, discard: () => discard(writer) }
    } catch (cause) {
      await discard()
      if (isFullError(cause)) throw toFileError(cause)
      this.isRefused = true
      return null
    }
  }

  /**
   * Opens a file of a known size; `null` when it is not there, or has another size. Fails with `storage-lost` when it
   * cannot be reached.
   */
  async open(file: string, size: number): Promise<IndexFileReader | null> {
    const shared = this.shared.get(file) ?? { users: 0, opened: this.openLocked(file, size) }
    this.shared.set(file, shared)
    shared.users++
    let reader: IndexFileReader | null = null
    try {
      reader = await shared.opened
    } finally {
      if (reader === null) this.leave(file, shared, null)
    }
    return (
      reader && {
        ...reader,
        close: once(() => {
          this.leave(file, shared, reader)
        }),
      }
    )
  }

  /** The names of all files; `null` when they cannot be listed. */
  async files(): Promise<readonly string[] | null> {
    const names: string[] = []
    try {
      for await (const name of this.directory.keys()) names.push(name)
    } catch {
      return null
    }
    return names
  }

  /**
   * Removes a file, unless somebody reads or writes it or, once it is locked, `isOrphan` says no. What cannot be removed
   * stays; fails only with what `isOrphan` fails with.
   */
  async remove(file: string, isOrphan: () => Promise<boolean> = () => Promise.resolve(true)): Promise<void> {
    const release = await takeFreeLock(this.locks, lockOf(file)).catch(() => null)
    if (release === null) return
    try {
      if (await isOrphan()) await this.removeEntry(file)
    } finally {
      release()
    }
  }

  private async openLocked(file: string, size: number): Promise<IndexFileReader | null> {
    let release = (): void => undefined
    try {
      release = await takeLock(this.locks, lockOf(file), 'shared')
      const reader = await privateFileReader(this.directory, file)
      if (reader?.size === size) {
        return {
          ...reader,
          close: () => {
            reader.close()
            release()
          },
        }
      }
      reader?.close()
    } catch (cause) {
      release()
      throw toFileError(cause)
    }
    release()
    return null
  }

  private leave(file: string, shared: SharedReader, reader: IndexFileReader | null): void {
    shared.users--
    if (shared.users > 0) return
    this.shared.delete(file)
    reader?.close()
  }

  private async removeEntry(file: string): Promise<void> {
    try {
      await this.directory.removeEntry(file)
    } catch {
      // Gone already, or still held by a tab that is being closed.
    }
  }
}

function lockOf(file: string): string {
  return `${DIRECTORY}/${file}`
}

function once(task: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    task()
  }
}
