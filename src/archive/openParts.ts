import { toArchiveError, type ArchiveError } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { ArchiveDependencies, Locks } from './archiveDependencies'
import { createArchiveReader, type ArchiveReader } from './archiveReader'
import { HeldArticles } from './heldArticles'
import { IndexKeeper } from './indexKeeper'
import { createIndexUpkeep, type IndexUpkeep } from './indexUpkeep'
import { createLocalLocks } from './localLocks'
import type { StatusBoard } from './statusBoard'
import { startTimeSlices, type TimeSlices } from './timeSlices'

/** One tab at a time writes. */
export const WRITING_LOCK = 'jianbao-write'

/** The parts of an archive whose store is open. */
export interface OpenParts {
  readonly store: ArchiveStore
  readonly keeper: IndexKeeper
  readonly upkeep: IndexUpkeep
  readonly reader: ArchiveReader
  /** Articles as collections and batches have them. */
  readonly held: HeldArticles
  readonly locks: Locks
  /** Tells other tabs that what the database holds has changed; who has it in memory has nobody to tell. */
  readonly tellOthers: () => void
  readonly startSlices: () => TimeSlices
}

/** Opens the store, or the one in memory where the browser refuses it, and makes what works on it. */
export async function openParts(dependencies: ArchiveDependencies, board: StatusBoard): Promise<OpenParts> {
  const { otherTabs, pause, now } = dependencies
  let contentRevision = 0
  board.watch((status) => {
    contentRevision = status.contentRevision
  })
  const startSlices = (): TimeSlices => startTimeSlices(now, pause)
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
  let recordsRevision = 0
  board.watch((status) => {
    if (status.recordsRevision === recordsRevision) return
    ;({ recordsRevision } = status)
    keeper.amendments.decisions.doubt()
  })
  const upkeep = createIndexUpkeep({ store, keeper, board, locks, otherTabs, pause })
  const held = new HeldArticles(store, keeper)
  const reader = createArchiveReader(held, keeper, () => contentRevision, startSlices, upkeep.repair)
  if (store.kind === 'database') {
    otherTabs.listen(() => {
      board.noteRecordsChange()
      upkeep.refresh().catch((cause: unknown) => {
        board.update({ failure: toArchiveError(cause) })
      })
    })
  }
  const tellOthers = (): void => {
    if (store.kind === 'database') otherTabs.tell()
  }
  return { store, keeper, upkeep, reader, held, locks, tellOthers, startSlices }
}
