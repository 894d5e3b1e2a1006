import { ArchiveError, toArchiveError } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { Locks, OtherTabs } from './archiveDependencies'
import { orphanedIndexFiles } from './orphanedIndexFiles'
import { freshName } from './freshName'
import type { IndexKeeper, IndexStep } from './indexKeeper'
import { adoptState, stateOf } from './indexState'
import { createLocalLocks } from './localLocks'
import { isIndexDamage } from './partFiles'
import { dropDamagedParts, type PartExamination } from './repairIndex'
import { rewriteParts, type InTurn } from './rewriteParts'
import { dropEmptyParts, isMemoryFull, partsInMemory, partsToMerge } from './sealIndex'
import type { StatusBoard } from './statusBoard'
import { isComing, visibleFiles, type VisibleFile } from './visibleFiles'

/** What the upkeep of the index works with. */
export interface UpkeepSurroundings {
  readonly store: ArchiveStore
  readonly keeper: IndexKeeper
  readonly board: StatusBoard
  readonly locks: Locks
  readonly otherTabs: OtherTabs
  readonly pause: () => Promise<void>
}

/** Keeps the index to what the store shows, and stored for the next start. */
export interface IndexUpkeep {
  /** Takes over the index that is stored, if it is not what this tab has anyway. */
  restore(): Promise<void>
  /** Brings the index to what the collections show now; everything is found when it settles. It is stored by itself. */
  refresh(): Promise<void>
  /**
   * Stores the index, unless its next file would come at once, and merges its parts. Never fails: a failure stands in
   * the status, and `false` is given back.
   */
  tend(): Promise<boolean>
  /** Deletes files of the index that nothing needs, such as a tab that was killed left behind. Never fails. */
  clear(): Promise<void>
  /**
   * Takes out the parts that are damaged, when an error may come from one. `true` when there was any: what is asked
   * again is answered from the others, while the articles are indexed again.
   *
   * @param isIntact asked about parts that can be read, where more than that is wanted
   */
  repair(cause: unknown, isIntact?: PartExamination): Promise<boolean>
}

/** One tab at a time changes what is stored of the index. */
const INDEX_LOCK = 'jianbao-index'

/** The upkeep of one index over one store. */
export function createIndexUpkeep(surroundings: UpkeepSurroundings): IndexUpkeep {
  const { store, keeper, board, locks, otherTabs, pause } = surroundings
  /** Changes of the index follow one another. Who needs the lock as well asks for that first; files are written between turns. */
  const turns = createLocalLocks()
  const inTurn: InTurn = (task) => turns.request('index', task)
  /** Which state in the store this tab has taken over or saved last. */
  let knownState: string | null = null
  /** The keeper's revision that it is of. */
  let savedRevision = 0

  const tellChange = (): void => {
    board.update({ articles: keeper.index.size })
    board.noteContentChange()
  }

  /** Takes account of what was amended, here or in another tab. */
  async function noticeAmendments(): Promise<void> {
    if (!(await keeper.amendments.notice(keeper.startSlices()))) return
    keeper.revision += 1
    tellChange()
  }

  async function nowVisible(): Promise<readonly VisibleFile[]> {
    return visibleFiles(await store.collections(), await store.files())
  }

  /** Takes over what another tab, or an earlier start, has stored. */
  async function adopt(): Promise<void> {
    const state = await store.indexCover()
    if (state === null || state === knownState) return
    const value = await store.loadIndex()
    await noticeAmendments()
    const adoption = await adoptState(keeper, value)
    knownState = state
    if (adoption === 'foreign') return
    if (adoption === 'exact') savedRevision = keeper.revision
    tellChange()
  }

  async function save(): Promise<void> {
    if (keeper.revision === savedRevision) return
    const { revision } = keeper
    const [name, state] = [freshName(), stateOf(keeper)]
    await store.saveIndex(name, state)
    knownState = name
    savedRevision = revision
    if (store.kind === 'database') otherTabs.tell()
    const named = new Set(state.parts.flatMap((part) => [part.name, part.texts]))
    const obsolete = [...keeper.obsolete].filter((file) => !named.has(file))
    keeper.obsolete.clear()
    // What cannot be deleted now is cleared at a later start.
    await store.deleteIndexFiles(obsolete).catch(() => undefined)
  }

  async function tellProgress({ taken, lacking, collection }: IndexStep, done: number): Promise<void> {
    if (taken > 0) tellChange()
    if (lacking === 0) {
      board.update({ articles: keeper.index.size, indexing: null })
      return
    }
    const collections = await store.collections()
    const collectionTitle = collections.find(({ id }) => id === collection)?.manifest.title ?? ''
    const articlesTotal = done + lacking
    board.update({ indexing: { collectionTitle, articlesDone: done, articlesTotal, step: 'indexing' } })
  }

  async function bringUpToDate(): Promise<void> {
    await inTurn(adopt)
    let done = 0
    let canSeal = true
    let step: IndexStep
    do {
      const { revision } = keeper
      step = await inTurn(async () => {
        await noticeAmendments()
        return keeper.advance(await nowVisible())
      })
      done += step.taken
      await tellProgress(step, done)
      if (step.taken === 0 && keeper.revision !== revision) tellChange()
      if (canSeal && isMemoryFull(keeper)) canSeal = await tend()
      if (step.taken > 0) await pause()
    } while (step.taken > 0)
    board.flushContentChange()
    if (board.activity.failure?.code === 'index-damaged') board.update({ failure: null })
  }

  /** Takes out damaged parts when an error may come from one; whether there was any. */
  async function dropDamaged(cause: unknown, isIntact?: PartExamination): Promise<boolean> {
    if (!isIndexDamage(cause)) return false
    const { size } = keeper.index
    const damage = await inTurn(() => dropDamagedParts(keeper, pause, isIntact))
    if (damage === null) return false
    if (keeper.index.size < size) {
      const failure = new ArchiveError('index-damaged', '', toArchiveError(damage).message)
      board.update({ articles: keeper.index.size, failure })
    }
    board.noteContentChange()
    board.flushContentChange()
    return true
  }

  async function refresh(): Promise<void> {
    try {
      await bringUpToDate()
    } catch (cause) {
      board.update({ indexing: null })
      if (!(await dropDamaged(cause))) throw cause
      await bringUpToDate()
    }
    void tend()
  }

  async function repair(cause: unknown, isIntact?: PartExamination): Promise<boolean> {
    if (!(await dropDamaged(cause, isIntact))) return false
    refresh().catch((failure: unknown) => {
      board.update({ failure: toArchiveError(failure), indexing: null })
    })
    return true
  }

  /** Puts what is only in memory into a file; to be called with the lock. */
  async function seal(): Promise<void> {
    const parts = await inTurn(async () => {
      await adopt()
      if (!isMemoryFull(keeper) && (await store.collections()).some(isComing)) return null
      dropEmptyParts(keeper)
      return partsInMemory(keeper)
    })
    if (parts === null) return
    if (parts.length > 0) await rewriteParts(keeper, parts, inTurn)
    await inTurn(save)
  }

  /** Merges what is best merged next; to be called with the lock. */
  async function merge(): Promise<void> {
    const parts = await inTurn(async () => {
      await adopt()
      return partsToMerge(keeper)
    })
    if (parts === null) return
    await rewriteParts(keeper, parts, inTurn)
    await inTurn(save)
  }

  async function tend(): Promise<boolean> {
    try {
      if (keeper.revision !== savedRevision || partsInMemory(keeper).length > 0) {
        await locks.request(INDEX_LOCK, seal)
      }
      while (partsToMerge(keeper) !== null) {
        await pause()
        await locks.request(INDEX_LOCK, merge)
      }
      return true
    } catch (cause) {
      if (!(await repair(cause).catch(() => false))) board.update({ failure: toArchiveError(cause) })
      return false
    }
  }

  /** Under the lock no tab has a file that is in no state yet; what a take-in fetches is in its manifest before. */
  async function clear(): Promise<void> {
    try {
      await store.clearOrphanedIndexFiles()
      if ((await orphanedIndexFiles(store, keeper)).length === 0) return
      const drop = async (): Promise<void> => {
        await adopt()
        await store.deleteIndexFiles(await orphanedIndexFiles(store, keeper))
      }
      await locks.request(INDEX_LOCK, () => inTurn(drop))
    } catch {
      // They take room until a later start, and nothing else.
    }
  }

  return {
    restore: () => inTurn(adopt),
    refresh,
    tend,
    repair,
    clear,
  }
}
