import type {
  AccessHandle,
  FileLocks,
  PrivateDirectory,
  PrivateFile,
  PrivateFileSystem,
} from '../../../src/storage/privateFileSystem'

/** A private file system that several tabs share, as one browser has it. */
export interface Disk {
  /** Names of the files that are there. */
  readonly files: () => readonly string[]
  /** Takes the last bytes of a file away. */
  readonly truncate: (file: string, size: number) => void
  readonly remove: (file: string) => void
  /** One more tab. When it is killed, its handles and locks are free. */
  readonly newTab: () => PrivateFileSystem & { kill(): void }
}

/** What is special about a disk; by default all goes well and several access handles may read a file. */
export interface DiskOptions {
  /** Whether access handles know the mode for reading; if not, a file has one handle only. */
  readonly knowsModes?: boolean
  readonly refuse?: Partial<
    Record<'root' | 'directory' | 'handle' | 'blob' | 'list' | 'flush' | 'lock', Error>
  >
  /** Bytes that one file has room for. */
  readonly room?: number
  /** What a full disk says; without it, fewer bytes are written. */
  readonly fullError?: Error
  /** Bytes that one call writes at most. */
  readonly writesAtMost?: number
  /** Sizes are promises, as in early versions. */
  readonly isEarly?: boolean
}

/** An error as browsers name it. */
export function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name })
}

interface FileOnDisk {
  bytes: Uint8Array
  readonly handles: Set<{ readonly tab: Tab; readonly isShared: boolean }>
}

interface Tab {
  isAlive: boolean
}

interface Lock {
  readonly mode: 'shared' | 'exclusive'
  readonly tab: Tab
}

/** Bytes of a file as `getFile()` gives them: gone when the file is. */
class FileBlob extends Blob {
  readonly content: () => Uint8Array

  constructor(content: () => Uint8Array) {
    super([content().slice()])
    this.content = content
  }

  override slice(start: number, end: number): Blob {
    return new FileBlob(() => this.content().subarray(start, end))
  }
}

/** A `FileReaderSync` for what a disk gives. */
export class DiskReaderSync {
  readAsArrayBuffer(blob: FileBlob): ArrayBuffer {
    return Uint8Array.from(blob.content()).buffer
  }
}

/** A disk in memory, for one directory. */
export function aDisk(options: DiskOptions = {}): Disk {
  const { knowsModes = true, refuse = {}, room = Infinity, writesAtMost = Infinity } = options
  const files = new Map<string, FileOnDisk>()
  const locks = new Map<string, Set<Lock>>()
  const waiting: (() => void)[] = []

  async function meet(place: keyof typeof refuse): Promise<void> {
    await Promise.resolve()
    const error = refuse[place]
    if (error !== undefined) throw error
  }

  function handleOn(file: FileOnDisk, tab: Tab, isReadOnly: boolean): AccessHandle {
    const isShared = knowsModes && isReadOnly
    if ([...file.handles].some((other) => !(isShared && other.isShared))) {
      throw named('NoModificationAllowedError')
    }
    const handle = { tab, isShared }
    file.handles.add(handle)
    const open = (): FileOnDisk => {
      if (!file.handles.has(handle)) throw named('InvalidStateError', 'the handle is closed')
      return file
    }
    return {
      read(buffer, { at }) {
        const found = open().bytes.subarray(at, at + buffer.length)
        buffer.set(found)
        return found.length
      },
      write(buffer, { at }) {
        const taken = buffer.subarray(0, Math.min(writesAtMost, room - at))
        if (taken.length < buffer.length && options.fullError !== undefined) throw options.fullError
        const grown = new Uint8Array(Math.max(open().bytes.length, at + taken.length))
        grown.set(file.bytes)
        grown.set(taken, at)
        file.bytes = grown
        return taken.length
      },
      truncate(size) {
        open().bytes = file.bytes.slice(0, size)
      },
      getSize: () =>
        options.isEarly ? (Promise.resolve(file.bytes.length) as unknown as number) : open().bytes.length,
      flush() {
        open()
        if (refuse.flush !== undefined) throw refuse.flush
      },
      close: () => file.handles.delete(handle),
    }
  }

  function fileFor(name: string, tab: Tab): PrivateFile {
    const found = (): FileOnDisk => {
      const file = files.get(name)
      if (file === undefined) throw named('NotFoundError')
      return file
    }
    return {
      async createSyncAccessHandle(asked) {
        await meet('handle')
        return handleOn(found(), tab, asked?.mode === 'read-only')
      },
      async getFile() {
        await meet('blob')
        const file = found()
        return new FileBlob(() => {
          if (files.get(name) !== file) throw named('NotReadableError')
          return file.bytes
        })
      },
    }
  }

  function directoryFor(tab: Tab): PrivateDirectory {
    return {
      async getDirectoryHandle() {
        await meet('directory')
        return directoryFor(tab)
      },
      async getFileHandle(name, asked) {
        await Promise.resolve()
        if (!files.has(name)) {
          if (!asked?.create) throw named('NotFoundError')
          files.set(name, { bytes: new Uint8Array(), handles: new Set() })
        }
        return fileFor(name, tab)
      },
      async removeEntry(name) {
        await Promise.resolve()
        if (!files.has(name)) throw named('NotFoundError')
        if ((files.get(name)?.handles.size ?? 0) > 0) throw named('NoModificationAllowedError')
        files.delete(name)
      },
      async *keys() {
        await meet('list')
        yield* files.keys()
      },
    }
  }

  function locksFor(tab: Tab): FileLocks {
    return {
      async request(name, { mode, ifAvailable = false }, task) {
        await meet('lock')
        const held = locks.get(name) ?? new Set<Lock>()
        locks.set(name, held)
        const isFree = (): boolean =>
          [...held].every((other) => !other.tab.isAlive || (mode === 'shared' && other.mode === 'shared'))
        if (ifAvailable && !isFree()) {
          await task(null)
          return
        }
        while (!isFree()) await new Promise<void>((resolve) => waiting.push(resolve))
        const lock = { mode, tab }
        held.add(lock)
        await task(lock)
        held.delete(lock)
        for (const next of waiting.splice(0)) next()
      },
    }
  }

  return {
    files: () => [...files.keys()],
    truncate: (file, size) => {
      const found = files.get(file)
      if (found !== undefined) found.bytes = found.bytes.slice(0, size)
    },
    remove: (file) => {
      files.delete(file)
    },
    newTab() {
      const tab: Tab = { isAlive: true }
      return {
        root: async () => {
          await meet('root')
          return directoryFor(tab)
        },
        locks: locksFor(tab),
        kill() {
          tab.isAlive = false
          for (const { handles } of files.values()) {
            for (const handle of handles) if (handle.tab === tab) handles.delete(handle)
          }
          for (const next of waiting.splice(0)) next()
        },
      }
    },
  }
}
