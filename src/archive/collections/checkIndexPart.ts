import { startContentHash } from '../../formats/hashContent'
import type { ArchiveStore } from '../../storage/archiveStore'
import { isIndexDamage, type PartFiles } from '../partFiles'
import type { PartOnShelf } from '../partShelf'
import type { TimeSlices } from '../timeSlices'

/** Bytes read and hashed at once. */
const PIECE = 512 * 1024

/** Whether a published index file has the hash that is its name. */
async function hasItsHash(store: ArchiveStore, name: string, slices: TimeSlices): Promise<boolean> {
  const reader = await store.openIndexFile(name)
  if (reader === null) return false
  try {
    const hash = startContentHash()
    for (let at = 0; at < reader.size; at += PIECE) {
      hash.update(reader.read(at, Math.min(PIECE, reader.size - at)))
      await slices.breathe()
    }
    return hash.finish() === name
  } finally {
    reader.close()
  }
}

/**
 * Whether a part of the index is on the disk as it was written: its files by their own checksums, and a published index
 * file by the hash in the manifest too. They are opened anew, since an open file may be read from memory. A part that is
 * only in memory is intact.
 *
 * @throws ArchiveError when the store fails
 */
export async function isPartIntact(
  store: ArchiveStore,
  files: PartFiles,
  { names, isPublished }: Pick<PartOnShelf, 'names' | 'isPublished'>,
  slices: TimeSlices,
): Promise<boolean> {
  if (names === null) return true
  const reopened = await files.open(names)
  if (reopened === null) return false
  try {
    reopened.verify()
    return !isPublished || (await hasItsHash(store, names.index, slices))
  } catch (cause) {
    if (!isIndexDamage(cause)) throw cause
    return false
  } finally {
    reopened.close()
  }
}
