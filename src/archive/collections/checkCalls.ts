import { indexFiles, OWN_COLLECTION, type CollectionFile, type Manifest } from '../../domain/collection'
import type { FollowCalls } from '../../domain/following'
import { ArchiveError } from '../../domain/problem'
import { articlesIn, type ArchiveStore, type StoredFile } from '../../storage/archiveStore'
import type { StoredCollection } from '../../storage/storedCollection'
import type { IndexKeeper } from '../indexKeeper'
import { WRITING_LOCK, type OpenParts } from '../openParts'
import type { PartOnShelf } from '../partShelf'
import { fileProblem } from '../takeInFile'
import { distinctArticleFiles } from '../visibleFiles'
import { checkFile } from './checkFile'
import { isPartIntact } from './checkIndexPart'

/** A file that a collection shows, as its manifest names it and as the store has it. */
export interface ShownFile {
  readonly listed: CollectionFile
  readonly stored: StoredFile
}

/** A collection that may be followed: any but what the user has added. @throws ArchiveError when there is none such */
export async function collectionOf(store: ArchiveStore, id: string): Promise<StoredCollection> {
  const held = (await store.collections()).find((collection) => collection.id === id)
  if (held !== undefined && held.id !== OWN_COLLECTION) return held
  throw new ArchiveError('unexpected', id, 'there is no such collection')
}

/** The files of articles that a collection shows, in the order of its manifest. */
export async function shownFiles(
  store: ArchiveStore,
  collection: StoredCollection,
): Promise<readonly ShownFile[]> {
  const complete = new Map(
    (await store.files()).filter(({ isComplete }) => isComplete).map((file) => [file.sha256, file]),
  )
  const shown = new Set(collection.files)
  return distinctArticleFiles(collection.manifest).flatMap((listed) => {
    const stored = shown.has(listed.sha256) ? complete.get(listed.sha256) : undefined
    return stored === undefined ? [] : [{ listed, stored }]
  })
}

/** The parts of the index that hold articles of these files, as far as they are in files themselves. */
function partsOver({ shelf }: IndexKeeper, files: readonly ShownFile[]): readonly PartOnShelf[] {
  return shelf.parts.filter(
    ({ names, keys }) =>
      names !== null && files.some(({ stored }) => keys.rangesOf(stored.number).length > 0),
  )
}

/** The path under which a manifest names the index file of a part; empty for one that was made on this device. */
function pathOfPart(manifest: Manifest, { names, isPublished }: PartOnShelf): string {
  const listed = isPublished ? indexFiles(manifest).find(({ sha256 }) => sha256 === names?.index) : undefined
  return listed?.path ?? ''
}

/**
 * Checking what is held of a collection, and mending it; see {@link FollowCalls}.
 *
 * @param follow shows what the store has now, and clears what nobody needs any more
 */
export function createCheckCalls(
  opened: () => Promise<OpenParts>,
  follow: (parts: OpenParts) => Promise<void>,
): Pick<FollowCalls, 'checkCollectionFile' | 'discardDamagedFiles' | 'rebuildDamagedIndex'> {
  return {
    async checkCollectionFile(id, place) {
      const { store, keeper, startSlices } = await opened()
      const collection = await collectionOf(store, id)
      const shown = await shownFiles(store, collection)
      const parts = partsOver(keeper, shown)
      const files = shown.length + parts.length
      const file = shown[place]
      if (file !== undefined) {
        const { listed, stored } = file
        const verdict = await checkFile(store, stored, listed, startSlices())
        return { role: 'articles', path: listed.path, articles: articlesIn(stored), verdict, files }
      }
      const over = parts[place - shown.length]
      if (over === undefined) return null
      const isIntact = await isPartIntact(store, keeper.files, over, startSlices())
      return {
        role: 'index',
        path: pathOfPart(collection.manifest, over),
        articles: over.part.rows,
        verdict: isIntact ? 'intact' : 'damaged',
        files,
      }
    },

    async discardDamagedFiles(id) {
      const parts = await opened()
      const { store, locks, startSlices } = parts
      return locks.request(WRITING_LOCK, async () => {
        const collection = await collectionOf(store, id)
        const damaged: CollectionFile[] = []
        for (const { listed, stored } of await shownFiles(store, collection)) {
          if ((await checkFile(store, stored, listed, startSlices())) === 'damaged') damaged.push(listed)
        }
        if (damaged.length === 0) return 0
        const hashes = new Set(damaged.map(({ sha256 }) => sha256))
        await store.saveCollection({
          ...collection,
          files: collection.files.filter((sha256) => !hashes.has(sha256)),
          missing: [
            ...collection.missing,
            ...damaged.map((file) =>
              fileProblem(file, 'file-hash', 'articles of it were lost on this device'),
            ),
          ],
        })
        for (const { number, sha256 } of await store.files()) {
          if (hashes.has(sha256)) await store.deleteFile(number)
        }
        await follow(parts)
        return damaged.length
      })
    },

    async rebuildDamagedIndex() {
      const { store, keeper, upkeep, startSlices } = await opened()
      const cause = new ArchiveError('storage-lost', '', 'a part of the index was found damaged')
      const wasDamaged = await upkeep.repair(cause, (part) =>
        isPartIntact(store, keeper.files, part, startSlices()),
      )
      if (!wasDamaged) return
      await upkeep.refresh()
      await upkeep.tend()
    },
  }
}
