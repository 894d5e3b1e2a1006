/** What is used of a `FileSystemSyncAccessHandle`. */
export interface AccessHandle {
  read(buffer: Uint8Array, options: { readonly at: number }): number
  write(buffer: Uint8Array, options: { readonly at: number }): number
  truncate(size: number): void
  getSize(): number
  flush(): void
  close(): void
}

/** What is used of a `FileSystemFileHandle`. Engines that know no modes open every access handle exclusively. */
export interface PrivateFile {
  createSyncAccessHandle(options?: { readonly mode: 'read-only' }): Promise<AccessHandle>
  getFile(): Promise<Blob>
}

/** What is used of a `FileSystemDirectoryHandle`. */
export interface PrivateDirectory {
  getDirectoryHandle(name: string, options: { readonly create: true }): Promise<PrivateDirectory>
  getFileHandle(name: string, options?: { readonly create: true }): Promise<PrivateFile>
  removeEntry(name: string): Promise<void>
  keys(): AsyncIterable<string>
}

/** What is used of Web Locks. */
export interface FileLocks {
  /** Runs the task with the lock, or with `null` when it is taken and was wanted only if available. */
  request(
    name: string,
    options: { readonly mode: 'shared' | 'exclusive'; readonly ifAvailable?: boolean },
    task: (lock: object | null) => Promise<void>,
  ): Promise<void>
}

/** The origin's private file system, and the locks that keep its users apart. */
export interface PrivateFileSystem {
  readonly root: () => Promise<PrivateDirectory>
  readonly locks: FileLocks
}

/** The browser's private file system; `null` where there is none or no locks, as in Node. It may still refuse. */
export function platformFileSystem(): PrivateFileSystem | null {
  const { navigator } = globalThis as {
    readonly navigator?: { readonly storage?: Partial<StorageManager>; readonly locks?: LockManager }
  }
  const { storage, locks } = navigator ?? {}
  if (storage?.getDirectory === undefined || locks === undefined) return null
  // Only in workers do files have access handles, and only there their types.
  return {
    root: () => (storage as StorageManager).getDirectory() as Promise<unknown> as Promise<PrivateDirectory>,
    locks,
  }
}

/** Waits for a lock, and gives what lets go of it. */
export async function takeLock(
  locks: FileLocks,
  name: string,
  mode: 'shared' | 'exclusive',
): Promise<() => void> {
  return (await request(locks, name, { mode })) ?? (() => undefined)
}

/** Takes a lock alone, and gives what lets go of it; `null` when another one holds it. */
export function takeFreeLock(locks: FileLocks, name: string): Promise<(() => void) | null> {
  return request(locks, name, { mode: 'exclusive', ifAvailable: true })
}

function request(
  locks: FileLocks,
  name: string,
  options: Parameters<FileLocks['request']>[1],
): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = (lock: object | null): Promise<void> =>
      new Promise((letGo) => {
        if (lock === null) letGo()
        resolve(lock === null ? null : letGo)
      })
    locks.request(name, options, hold).catch(reject)
  })
}
