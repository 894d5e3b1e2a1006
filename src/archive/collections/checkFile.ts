import type { CollectionFile } from '../../domain/collection'
import type { FileVerdict } from '../../domain/following'
import { serializeArticle } from '../../domain/serializeArticle'
import { startContentHash } from '../../formats/hashContent'
import { articleKey, articlesIn, type ArchiveStore, type StoredFile } from '../../storage/archiveStore'
import type { TimeSlices } from '../timeSlices'

/** Articles read from the store at once. */
const BATCH = 250

/**
 * How a stored file stands against what its manifest promises: its articles are written out again, one a line, as
 * `npm run pack` writes them, and hashed. See {@link FileVerdict}.
 *
 * @throws ArchiveError when the store fails
 */
export async function checkFile(
  store: ArchiveStore,
  stored: StoredFile,
  promised: Pick<CollectionFile, 'sha256'>,
  slices: TimeSlices,
): Promise<FileVerdict> {
  const encoder = new TextEncoder()
  const hash = startContentHash()
  let found = 0
  for (let place = 1; place <= stored.articles; place += BATCH) {
    // Where articles are lost, those of the next batch come with this one.
    const end = articleKey(stored.number, place + BATCH)
    for (const { key, article } of await store.articlesOfFile(stored.number, place, BATCH)) {
      if (key >= end) break
      let line: string
      try {
        line = `${JSON.stringify(serializeArticle(article))}\n`
      } catch {
        return 'damaged'
      }
      hash.update(encoder.encode(line))
      found += 1
      await slices.breathe()
    }
  }
  if (found !== articlesIn(stored)) return 'damaged'
  return hash.finish() === promised.sha256 ? 'intact' : 'unproven'
}
