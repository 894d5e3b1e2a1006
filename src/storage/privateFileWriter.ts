import { ArchiveError } from '../domain/problem'
import { PieceGatherer } from './indexFileWriter'
import { isSynchronous } from './privateFileReader'
import type { AccessHandle, PrivateDirectory } from './privateFileSystem'
import { toFileError } from './storageError'

/** What is written at once: a call takes 50 microseconds in Chromium, which are as nothing for so many bytes. */
const WRITE_BYTES = 262_144

/** A private file that is being written. */
export interface PrivateFileWriter {
  /** How many bytes the file has; all that were written only when it is sealed. */
  readonly size: () => number
  /** Appends bytes. Throws an ArchiveError of code `storage-full` or `storage-lost`. */
  write(bytes: Uint8Array): void
  /** Brings all bytes to the disk and ends the writing. Throws as `write` does. */
  seal(): void
  /** Ends the writing; what was written is not worth keeping. Never throws. */
  drop(): void
}

/**
 * Begins a new private file; rejects with the browser's error where that is not allowed or does not work. The file may
 * be there nevertheless.
 */
export async function beginPrivateFile(
  directory: PrivateDirectory,
  name: string,
): Promise<PrivateFileWriter> {
  const file = await directory.getFileHandle(name, { create: true })
  const handle = await file.createSyncAccessHandle()
  try {
    prove(handle)
  } catch (cause) {
    close(handle)
    throw cause
  }
  return writerTo(handle)
}

/** Some versions give handles that write nothing (https://github.com/mdn/browser-compat-data/issues/18512). */
function prove(handle: AccessHandle): void {
  const written = handle.write(Uint8Array.of(0), { at: 0 })
  handle.truncate(0)
  if (written !== 1 || !isSynchronous(handle)) throw new Error('access handles do not work')
}

function writerTo(handle: AccessHandle): PrivateFileWriter {
  let size = 0
  const pieces = new PieceGatherer(WRITE_BYTES, (piece) => {
    for (let from = 0; from < piece.length;) {
      const written = writeAt(handle, piece.subarray(from), size)
      from += written
      size += written
    }
  })
  return {
    size: () => size,
    write(bytes) {
      pieces.add(bytes)
    },
    seal() {
      pieces.passOn()
      try {
        handle.flush()
        handle.close()
      } catch (cause) {
        throw toFileError(cause)
      }
    },
    drop() {
      close(handle)
    },
  }
}

/** Writes what there is room for, at least one byte. */
function writeAt(handle: AccessHandle, bytes: Uint8Array, at: number): number {
  let written: number
  try {
    written = handle.write(bytes, { at })
  } catch (cause) {
    throw toFileError(cause)
  }
  if (written > 0) return written
  throw new ArchiveError('storage-full', '', `a file of the index could not grow beyond ${at} bytes`)
}

function close(handle: AccessHandle): void {
  try {
    handle.close()
  } catch {
    // It is of no use any more.
  }
}
