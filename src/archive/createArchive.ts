import type { Archive, CollectionSummary } from '../domain/archive'
import { passedCalls, type ArchiveCalls } from '../domain/archiveCalls'
import { ArchiveError, toArchiveError } from '../domain/problem'
import type { ArchiveStore, StoredCollection } from '../storage/archiveStore'
import type { ArchiveDependencies } from './archiveDependencies'
import { createArchiveReader, type ArchiveReader } from './archiveReader'
import { collectionFolder, manifestAddress } from './collectionAddress'
import { fetchManifest, type FetchedManifest } from './fetchManifest'
import { IndexKeeper } from './indexKeeper'
import { createIndexUpkeep, type IndexUpkeep } from './indexUpkeep'
import { createLocalLocks } from './localLocks'
import { createNetwork } from './network'
import { createStatusBoard } from './statusBoard'
import { offerOf, summarizeCollection } from './summarizeCollection'
import { deleteOrphanedFiles, takeInCollection } from './takeInCollection'
import { startTimeSlices, type TimeSlices } from './timeSlices'
import { isComing, isWhole, lacksFiles, orphanedFiles } from './visibleFiles'

/** One tab at a time writes. */
const WRITING_LOCK = 'jianbao-write'

/** The parts of an archive whose store is open. */
interface OpenParts {
  readonly store: ArchiveStore
  readonly keeper: IndexKeeper
  readonly upkeep: IndexUpkeep
  readonly reader: ArchiveReader
  readonly locks: ArchiveDependencies['locks']
}

/**
 * The archive: everything the app can do, without a page and without a thread. Nothing happens before `open()`.
 * See {@link Archive} for what each call promises.
 */
export function createArchive(dependencies: ArchiveDependencies): Archive {
  const { appBase, bundled, otherTabs, pause, now } = dependencies
  const network = createNetwork(dependencies.fetch, appBase)
  const board = createStatusBoard(now)
  let parts: Promise<OpenParts> | null = null
  let opening: Promise<void> | null = null
  let contentRevision = 0
  board.watch((status) => {
    contentRevision = status.contentRevision
  })

  const startSlices = (): TimeSlices => startTimeSlices(now, pause)

  async function openParts(): Promise<OpenParts> {
    const tellTrouble = (storageFailure: ArchiveError): void => {
      board.update({ storageFailure })
    }
    const store = await dependencies.openStore(tellTrouble).catch((cause: unknown) => {
      tellTrouble(toArchiveError(cause))
      return dependencies.createMemoryStore()
    })
    board.update({ storage: store.kind, ...(store.kind === 'database' && { storageFailure: null }) })
    // What lies in memory is nobody else's: another tab must not have to wait for it, nor it for another tab.
    const locks = store.kind === 'memory' ? createLocalLocks() : dependencies.locks
    const keeper = new IndexKeeper(store, startSlices)
    const upkeep = createIndexUpkeep({ store, keeper, board, locks, otherTabs, pause })
    const reader = createArchiveReader(store, keeper, () => contentRevision, startSlices, upkeep.repair)
    if (store.kind === 'database') {
      otherTabs.listen(() => {
        upkeep.refresh().catch((cause: unknown) => {
          board.update({ failure: toArchiveError(cause) })
        })
      })
    }
    return { store, keeper, upkeep, reader, locks }
  }

  function opened(): Promise<OpenParts> {
    parts ??= openParts()
    return parts
  }

  /** Takes a collection in; to be called under the writing lock. */
  async function takeIn(fetched: FetchedManifest, isBundled: boolean): Promise<void> {
    const { store, keeper, upkeep } = await opened()
    network.permit(collectionFolder(fetched.address))
    board.update({ isGrowing: await isGrowing(store) })
    try {
      await takeInCollection(
        {
          store,
          network,
          indexFiles: keeper.files,
          isIndexed: (file) => keeper.isIndexed(file),
          startSlices,
          onProgress: (takeInProgress) => {
            board.update({ takeIn: takeInProgress })
          },
          onVisible: async () => {
            if (store.kind === 'database') otherTabs.tell()
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

  /** Brings in the bundled collection, and goes on with what was interrupted. The first failure is thrown, after the rest was tried. */
  async function completeCollections(): Promise<void> {
    const { store, upkeep, locks } = await opened()
    if (!(await hasWork(store))) return
    const failures: unknown[] = []
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      await work().catch((cause: unknown) => failures.push(cause))
    }
    await locks.request(WRITING_LOCK, async () => {
      await deleteOrphanedFiles(store)
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

  async function openOnce(): Promise<void> {
    board.update({ isOpening: board.activity.articles === 0, failure: null })
    try {
      const { store, keeper, upkeep } = await opened()
      await upkeep.restore()
      // Where nothing is indexed the articles are read again, and those that were can be searched meanwhile.
      board.update({ isOpening: false, isGrowing: keeper.index.size === 0 })
      await upkeep.refresh()
      board.update({ isGrowing: await isGrowing(store) })
      const completed = completeCollections().then(
        () => {
          board.update({ isGrowing: false })
        },
        (cause: unknown) => {
          board.update({ isGrowing: false, failure: toArchiveError(cause) })
          if (keeper.index.size === 0) throw cause
        },
      )
      void completed.then(upkeep.clear, upkeep.clear)
      if (keeper.index.size === 0) await completed
      else void completed.catch(() => undefined)
    } catch (cause) {
      const failure = toArchiveError(cause)
      board.update({ isOpening: false, isGrowing: false, failure })
      throw failure
    }
  }

  /** A call to an open archive, all of whose failures are ArchiveErrors. */
  function call<Parameters extends readonly unknown[], Result>(
    work: (parts: OpenParts, ...given: Parameters) => Promise<Result>,
  ): (...given: Parameters) => Promise<Result> {
    return async (...given) => {
      try {
        return await work(await opened(), ...given)
      } catch (cause) {
        throw toArchiveError(cause)
      }
    }
  }

  async function summaries({ store, keeper }: OpenParts): Promise<readonly CollectionSummary[]> {
    const files = await store.files()
    return (await store.collections()).map((collection) =>
      summarizeCollection(collection, files, keeper.problemsOf(collection.id)),
    )
  }

  /** The manifest at an address that the user has given. */
  function fetchGiven(address: string): Promise<FetchedManifest> {
    const manifest = manifestAddress(address, appBase)
    network.permit(collectionFolder(manifest))
    return fetchManifest(network, manifest)
  }

  return {
    ...unbuiltCalls(),
    open() {
      opening ??= openOnce().finally(() => {
        opening = null
      })
      return opening
    },
    watch(listener) {
      board.watch(listener)
      return Promise.resolve()
    },
    search: call(({ reader }, query, limit) => reader.search(query, limit)),
    rows: call(({ reader }, query, offset, limit) => reader.rows(query, offset, limit)),
    facetValues: call(({ reader }, query, facet, contains, limit) =>
      reader.facetValues(query, facet, contains, limit),
    ),
    offers: call(({ reader }, query) => reader.offers(query)),
    suggest: call(({ reader }, typed, limit, recent) => reader.suggest(typed, limit, recent)),
    article: call(({ reader }, id, query) => reader.article(id, query)),
    collections: call(summaries),
    offerCollection: call(async ({ store }, address) => {
      const fetched = await fetchGiven(address)
      return offerOf(
        fetched,
        (await store.collections()).find(({ id }) => id === fetched.manifest.id),
      )
    }),
    takeInCollection: call(async (open, address) => {
      const fetched = await fetchGiven(address)
      const isBundled = fetched.address === manifestAddress(bundled.address, appBase)
      await open.locks.request(WRITING_LOCK, () => takeIn(fetched, isBundled))
      const summary = (await summaries(open)).find(({ id }) => id === fetched.manifest.id)
      if (summary !== undefined) return summary
      throw new ArchiveError('unexpected', address, 'the collection is gone')
    }),
  }
}

/** Calls that nothing stands behind yet: they fail. */
function unbuiltCalls(): ArchiveCalls {
  return passedCalls((name) =>
    Promise.reject(new ArchiveError('unexpected', name, 'this version cannot do that')),
  )
}

/** Whether the first collection is still on its way. */
async function isGrowing(store: ArchiveStore): Promise<boolean> {
  return !(await store.collections()).some(isWhole)
}

function asFetched(held: Pick<StoredCollection, keyof FetchedManifest>): FetchedManifest {
  return { address: held.address, manifest: held.manifest, manifestSha256: held.manifestSha256 }
}
