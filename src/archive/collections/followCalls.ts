import { OWN_COLLECTION } from '../../domain/collection'
import type { FollowCalls, RevisionCheck } from '../../domain/following'
import { isGivenAsFiles, type GivenFile } from '../../domain/givenFiles'
import { ArchiveError, toArchiveError } from '../../domain/problem'
import { articlesIn } from '../../storage/archiveStore'
import type { StoredCollection } from '../../storage/storedCollection'
import type { CollectionWork } from '../collectionCalls'
import { fetchManifest, type FetchedManifest } from '../fetchManifest'
import { WRITING_LOCK, type OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { deleteOrphanedFiles } from '../takeInCollection'
import { collectionOf, createCheckCalls, shownFiles } from './checkCalls'
import { openGivenCollection, type GivenCollection } from './givenCollection'
import { countWithOwn } from './ownAmong'

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

    ...createCheckCalls(opened, follow),

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
