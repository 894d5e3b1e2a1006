import { OWN_COLLECTION, type CollectionFile } from '../../domain/collection'
import type { FollowCalls, RevisionCheck } from '../../domain/following'
import { isGivenAsFiles, type GivenFile } from '../../domain/givenFiles'
import { ArchiveError, toArchiveError } from '../../domain/problem'
import { articlesIn, type ArchiveStore, type StoredFile } from '../../storage/archiveStore'
import type { StoredCollection } from '../../storage/storedCollection'
import type { CollectionWork } from '../collectionCalls'
import { fetchManifest, type FetchedManifest } from '../fetchManifest'
import { WRITING_LOCK, type OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { deleteOrphanedFiles } from '../takeInCollection'
import { fileProblem } from '../takeInFile'
import { distinctArticleFiles } from '../visibleFiles'
import { checkFile } from './checkFile'
import { openGivenCollection, type GivenCollection } from './givenCollection'
import { countWithOwn } from './ownAmong'

/** A file that a collection shows, as its manifest names it and as the store has it. */
interface ShownFile {
  readonly listed: CollectionFile
  readonly stored: StoredFile
}

async function collectionOf(store: ArchiveStore, id: string): Promise<StoredCollection> {
  const held = (await store.collections()).find((collection) => collection.id === id)
  if (held !== undefined && held.id !== OWN_COLLECTION) return held
  throw new ArchiveError('unexpected', id, 'there is no such collection')
}

async function shownFiles(store: ArchiveStore, collection: StoredCollection): Promise<readonly ShownFile[]> {
  const complete = new Map(
    (await store.files()).filter(({ isComplete }) => isComplete).map((file) => [file.sha256, file]),
  )
  const shown = new Set(collection.files)
  return distinctArticleFiles(collection.manifest).flatMap((listed) => {
    const stored = shown.has(listed.sha256) ? complete.get(listed.sha256) : undefined
    return stored === undefined ? [] : [{ listed, stored }]
  })
}

/** Following, checking and removing collections; see {@link FollowCalls}. */
export function createFollowCalls(
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
  work: CollectionWork,
): FollowCalls {
  async function open(
    files: readonly GivenFile[],
  ): Promise<GivenCollection & { readonly fetched: FetchedManifest }> {
    const given = await openGivenCollection(files)
    return { ...given, fetched: await fetchManifest(given.source, given.address) }
  }

  /** Shows what the store has now, here and in other tabs, and clears what nobody needs any more. */
  async function follow({ store, upkeep, locks, tellOthers }: OpenParts): Promise<void> {
    tellOthers()
    await upkeep.refresh()
    board.flushContentChange()
    await deleteOrphanedFiles(store, locks)
    await upkeep.tend()
    await upkeep.clear()
  }

  async function checkRevision({ id, address }: StoredCollection): Promise<RevisionCheck> {
    try {
      const offer = await work.offer(await work.fetchGiven(address))
      const isNewer = offer.manifest.id === id && !offer.isCurrent && !offer.isOlder
      return { id, offer: isNewer ? offer : null, failure: null }
    } catch (cause) {
      const { code, subject, message } = toArchiveError(cause)
      return { id, offer: null, failure: { code, subject, message } }
    }
  }

  return {
    async offerGivenCollection(files) {
      const { fetched } = await open(files)
      return work.offer(fetched)
    },

    async takeInGivenCollection(files) {
      const { source, fetched } = await open(files)
      return work.takeInFrom(source, fetched)
    },

    async checkRevisions() {
      const { store } = await opened()
      const added = (await store.collections()).filter(
        ({ id, isBundled, address }) => id !== OWN_COLLECTION && !isBundled && !isGivenAsFiles(address),
      )
      return Promise.all(added.map(checkRevision))
    },

    async checkCollectionFile(id, place) {
      const { store, startSlices } = await opened()
      const files = await shownFiles(store, await collectionOf(store, id))
      const file = files[place]
      if (file === undefined) return null
      const { listed, stored } = file
      const verdict = await checkFile(store, stored, listed, startSlices())
      return { path: listed.path, articles: articlesIn(stored), verdict, files: files.length }
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

    async removalOutlook(id) {
      const { store } = await opened()
      const files = (await shownFiles(store, await collectionOf(store, id))).map(({ stored }) => stored)
      return {
        articles: files.reduce((sum, file) => sum + articlesIn(file), 0),
        withOwn: await countWithOwn(store, new Set(files.map(({ number }) => number))),
      }
    },

    async removeCollection(id) {
      const parts = await opened()
      const { store, locks } = parts
      await locks.request(WRITING_LOCK, async () => {
        const { isBundled } = await collectionOf(store, id)
        if (isBundled) throw new ArchiveError('unexpected', id, 'the bundled collection belongs to the app')
        // From here on it is gone; a tab that is killed behind this leaves files that the next start clears.
        await store.forgetCollection(id)
        await follow(parts)
      })
    },
  }
}
