import { blobReader, shortRead, type IndexFileReader } from './indexFileReader'
import type { AccessHandle, PrivateDirectory, PrivateFile } from './privateFileSystem'
import { toFileError } from './storageError'

/**
 * Reads a private file by an access handle; where another tab has the only one, or none is to be had, as a Blob. `null`
 * when there is no such file; rejects with the browser's error when it cannot be reached.
 */
export async function privateFileReader(
  directory: PrivateDirectory,
  name: string,
): Promise<IndexFileReader | null> {
  try {
    const file = await directory.getFileHandle(name)
    const handle = await readingHandle(file)
    return handle === null ? await blobReader(await file.getFile()) : handleReader(handle)
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotFoundError') return null
    throw cause
  }
}

/**
 * An access handle to read with. Chromium gives as many as are asked for in this mode; engines that do not know the mode
 * give one only, to the first who asks (https://github.com/whatwg/fs/pull/151). `null` if there is none.
 */
async function readingHandle(file: PrivateFile): Promise<AccessHandle | null> {
  try {
    const handle = await file.createSyncAccessHandle({ mode: 'read-only' })
    if (isSynchronous(handle)) return handle
    handle.close()
    return null
  } catch {
    return null
  }
}

/** Whether the handle is no early one, which gave promises (Chromium before 108, Safari before 16.4). */
export function isSynchronous(handle: AccessHandle): boolean {
  return typeof handle.getSize() === 'number'
}

function handleReader(handle: AccessHandle): IndexFileReader {
  return {
    size: handle.getSize(),
    read: (offset, length) => {
      const bytes = new Uint8Array(length)
      const got = readAt(handle, bytes, offset)
      if (got !== length) throw shortRead(got, offset, length)
      return bytes
    },
    close: () => {
      handle.close()
    },
  }
}

function readAt(handle: AccessHandle, bytes: Uint8Array, at: number): number {
  try {
    return handle.read(bytes, { at })
  } catch (cause) {
    throw toFileError(cause)
  }
}
