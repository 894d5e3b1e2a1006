import type { Archive, CollectionSummary } from '../domain/archive'
import { ArchiveError, toArchiveError } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { StoredCollection } from '../storage/storedCollection'
import type { ArchiveDependencies } from './archiveDependencies'
import { collectionFolder, manifestAddress } from './collectionAddress'
import { fetchManifest, type FetchedManifest } from './fetchManifest'
import { createNetwork } from './network'
import { WRITING_LOCK, type OpenParts } from './openParts'
import type { StatusBoard } from './statusBoard'
import { offerOf, summarizeCollection } from './summarizeCollection'
import { deleteOrphanedFiles, takeInCollection } from './takeInCollection'
import { isComing, isWhole, lacksFiles, orphanedFiles } from './visibleFiles'

/** The part of the archive that concerns collections, over what is open. */
export interface CollectionCalls {
  /**
   * Brings in the bundled collection, and goes on with what was interrupted; clears what nobody needs. The first failure
   * is thrown, after the rest was tried.
   */
  complete(): Promise<void>
  readonly collections: Archive['collections']
  readonly offerCollection: Archive['offerCollection']
  readonly takeInCollection: Archive['takeInCollection']
}

/** See {@link Archive}; `opened` gives the open parts. */
export function createCollectionCalls(
  { appBase, bundled, fetch }: Pick<ArchiveDependencies, 'appBase' | 'bundled' | 'fetch'>,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): CollectionCalls {
  const network = createNetwork(fetch, appBase)

  /** Takes a collection in; to be called under the writing lock. */
  async function takeIn(fetched: FetchedManifest, isBundled: boolean): Promise<void> {
    const { store, keeper, upkeep, locks, tellOthers, startSlices } = await opened()
    network.permit(collectionFolder(fetched.address))
    board.update({ isGrowing: await isGrowing(store) })
    try {
      await takeInCollection(
        {
          store,
          network,
          locks,
          indexFiles: keeper.files,
          isIndexed: (file) => keeper.isIndexed(file),
          startSlices,
          onProgress: (takeInProgress) => {
            board.update({ takeIn: takeInProgress })
          },
          onVisible: async () => {
            tellOthers()
            await upkeep.refresh()
          },
        },
        fetched,
        isBundled,
      )
      const isAllThere = !(await store.collections()).some(lacksFiles)
      board.update({ takeIn: null, isGrowing: false, ...(isAllThere && { failure: null }) })
    } catch (cause) {
      // Told at once with the end of the take-in: an archive without articles goes from loading to failed, not to ready.
      const failure = toArchiveError(cause)
      board.update({ takeIn: null, isGrowing: false, ...(isBundled && { failure }) })
      throw failure
    } finally {
      board.flushContentChange()
      void upkeep.tend()
    }
  }

  function isBundledCurrent(held: StoredCollection | undefined): boolean {
    return held !== undefined && held.manifestSha256 === bundled.manifestSha256 && isWhole(held)
  }

  /** The manifest of the bundled collection as the app was built with it; not asked for when the store has it. */
  async function bundledManifest(held: StoredCollection | undefined): Promise<FetchedManifest> {
    const address = manifestAddress(bundled.address, appBase)
    const known = [held, held?.incoming].find((one) => one?.manifestSha256 === bundled.manifestSha256)
    return known ? { ...asFetched(known), address } : fetchManifest(network, address)
  }

  /** Whether the next start has something left to do for the collections, so that the writing lock is needed. */
  async function hasWork(store: ArchiveStore): Promise<boolean> {
    const collections = await store.collections()
    return (
      !isBundledCurrent(collections.find(({ id }) => id === bundled.id)) ||
      collections.some(isComing) ||
      orphanedFiles(collections, await store.files()).length > 0
    )
  }

  async function complete(): Promise<void> {
    const { store, upkeep, locks } = await opened()
    if (!(await hasWork(store))) return
    const failures: unknown[] = []
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      await work().catch((cause: unknown) => failures.push(cause))
    }
    await locks.request(WRITING_LOCK, async () => {
      await deleteOrphanedFiles(store, locks)
      // Another tab may have done the work while this one waited for the lock.
      await upkeep.refresh()
      const collections = await store.collections()
      const held = collections.find(({ id }) => id === bundled.id)
      if (!isBundledCurrent(held)) {
        await attempt(async () => {
          await takeIn(await bundledManifest(held), true)
        })
      }
      for (const collection of collections) {
        if (collection.isBundled || !isComing(collection)) continue
        await attempt(() => takeIn(asFetched(collection.incoming ?? collection), false))
      }
    })
    if (failures.length > 0) throw failures[0]
  }

  /** The manifest at an address that the user has given. */
  function fetchGiven(address: string): Promise<FetchedManifest> {
    const manifest = manifestAddress(address, appBase)
    network.permit(collectionFolder(manifest))
    return fetchManifest(network, manifest)
  }

  async function summaries(): Promise<readonly CollectionSummary[]> {
    const { store, keeper } = await opened()
    const files = await store.files()
    return (await store.collections()).map((collection) =>
      summarizeCollection(collection, files, keeper.problemsOf(collection.id)),
    )
  }

  return {
    complete,
    collections: summaries,
    async offerCollection(address) {
      const { store } = await opened()
      const fetched = await fetchGiven(address)
      const held = (await store.collections()).find(({ id }) => id === fetched.manifest.id)
      return offerOf(fetched, held)
    },
    async takeInCollection(address) {
      const { locks } = await opened()
      const fetched = await fetchGiven(address)
      const isBundled = fetched.address === manifestAddress(bundled.address, appBase)
      await locks.request(WRITING_LOCK, () => takeIn(fetched, isBundled))
      const summary = (await summaries()).find(({ id }) => id === fetched.manifest.id)
      if (summary !== undefined) return summary
      throw new ArchiveError('unexpected', address, 'the collection is gone')
    },
  }
}

/** Whether the first collection is still on its way. */
export async function isGrowing(store: ArchiveStore): Promise<boolean> {
  return !(await store.collections()).some(isWhole)
}

function asFetched(held: Pick<StoredCollection, keyof FetchedManifest>): FetchedManifest {
  return { address: held.address, manifest: held.manifest, manifestSha256: held.manifestSha256 }
}
