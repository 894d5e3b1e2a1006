import type { Archive } from '../domain/archive'
import type { CollectionOffer, CollectionSummary } from '../domain/collectionSummary'
import { isGivenAsFiles } from '../domain/givenFiles'
import { ArchiveError, toArchiveError } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { StoredCollection } from '../storage/storedCollection'
import type { ArchiveDependencies } from './archiveDependencies'
import { collectionFolder, manifestAddress } from './collectionAddress'
import { fetchManifest, type FetchedManifest } from './fetchManifest'
import { createNetwork, type Network } from './network'
import { WRITING_LOCK, type OpenParts } from './openParts'
import type { StatusBoard } from './statusBoard'
import { offerOf, summarizeCollection } from './summarizeCollection'
import { deleteOrphanedFiles, takeInCollection } from './takeInCollection'
import { fileProblem } from './takeInFile'
import { distinctArticleFiles, isComing, isWhole, lacksFiles, orphanedFiles } from './visibleFiles'

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
  /** What the calls that follow collections are made of. */
  readonly work: CollectionWork
}

/** What can be done with a collection once its manifest is there. */
export interface CollectionWork {
  /** The manifest at an address that the user has given. */
  readonly fetchGiven: (address: string) => Promise<FetchedManifest>
  /** What a manifest offers. */
  readonly offer: (fetched: FetchedManifest) => Promise<CollectionOffer>
  /** Takes a collection in from where it is, and tells of it as it is then; waits for the writing lock. */
  readonly takeInFrom: (source: Network, fetched: FetchedManifest) => Promise<CollectionSummary>
}

/** See {@link Archive}; `opened` gives the open parts. */
export function createCollectionCalls(
  { appBase, bundled, fetch }: Pick<ArchiveDependencies, 'appBase' | 'bundled' | 'fetch'>,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): CollectionCalls {
  const network = createNetwork(fetch, appBase)

  /** Takes a collection in; to be called under the writing lock. */
  async function takeIn(fetched: FetchedManifest, isBundled: boolean, source = network): Promise<void> {
    const { store, keeper, upkeep, locks, tellOthers, startSlices } = await opened()
    if (source === network) network.permit(collectionFolder(fetched.address))
    board.update({ isGrowing: await isGrowing(store) })
    try {
      await takeInCollection(
        {
          store,
          network: source,
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
        const fetched = asFetched(collection.incoming ?? collection)
        if (isGivenAsFiles(fetched.address)) await attempt(() => settleGiven(store, collection))
        else await attempt(() => takeIn(fetched, false))
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

  async function offer(fetched: FetchedManifest): Promise<CollectionOffer> {
    const { store } = await opened()
    const held = (await store.collections()).find(({ id }) => id === fetched.manifest.id)
    return offerOf(fetched, held, await store.files(), await store.indexFileNames())
  }

  async function takeInFrom(source: Network, fetched: FetchedManifest): Promise<CollectionSummary> {
    const { locks } = await opened()
    const isBundled = fetched.address === manifestAddress(bundled.address, appBase)
    await locks.request(WRITING_LOCK, () => takeIn(fetched, isBundled, source))
    const summary = (await summaries()).find(({ id }) => id === fetched.manifest.id)
    if (summary !== undefined) return summary
    throw new ArchiveError('unexpected', fetched.address, 'the collection is gone')
  }

  return {
    complete,
    collections: summaries,
    offerCollection: async (address) => offer(await fetchGiven(address)),
    takeInCollection: async (address) => takeInFrom(network, await fetchGiven(address)),
    work: { fetchGiven, offer, takeInFrom },
  }
}

/**
 * A take-in of files that was cut off cannot go on by itself, since nobody has the files any more: an update is given
 * up, and of a first take-in what is missing is named, so that the files can be given again.
 */
async function settleGiven(store: ArchiveStore, collection: StoredCollection): Promise<void> {
  const { incoming, manifest } = collection
  if (incoming !== null) return store.saveCollection({ ...collection, incoming: null })
  const shown = new Set(collection.files)
  const missing = distinctArticleFiles(manifest)
    .filter(({ sha256 }) => !shown.has(sha256))
    .map((file) => fileProblem(file, 'file-missing', 'the take-in of the given files was cut off'))
  return store.saveCollection({ ...collection, missing })
}

/** Whether the first collection is still on its way. */
export async function isGrowing(store: ArchiveStore): Promise<boolean> {
  return !(await store.collections()).some(isWhole)
}

function asFetched(held: Pick<StoredCollection, keyof FetchedManifest>): FetchedManifest {
  return { address: held.address, manifest: held.manifest, manifestSha256: held.manifestSha256 }
}
