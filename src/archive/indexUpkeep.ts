import { toArchiveError } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { Locks, OtherTabs } from './archiveDependencies'
import type { IndexKeeper } from './indexKeeper'
import { createLocalLocks } from './localLocks'
import type { StatusBoard } from './statusBoard'
import { coverOf, isComing, visibleFiles } from './visibleFiles'

/** What the upkeep of the index works with. */
export interface UpkeepSurroundings {
  readonly store: ArchiveStore
  readonly keeper: IndexKeeper
  readonly board: StatusBoard
  readonly locks: Locks
  readonly otherTabs: OtherTabs
  readonly now: () => number
  readonly pause: () => Promise<void>
}

/** Keeps the index to what the store shows, ranked, and stored for the next start. */
export interface IndexUpkeep {
  /** Brings the index to what the collections show now; everything is found when it settles. Ranking follows by itself. */
  refresh(): Promise<void>
  /** Ranks what is not ranked yet and stores the index, unless all is done. Never fails: a failure stands in the status. */
  rankAndStore(): Promise<void>
}

/** One tab at a time ranks: the others take over what it has stored. */
const RANKING_LOCK = 'jianbao-index'
/** Longest stretch of ranking, in milliseconds, after which the thread is let go. */
const LONGEST_SLICE = 25

/** The upkeep of one index over one store. */
export function createIndexUpkeep(surroundings: UpkeepSurroundings): IndexUpkeep {
  const { store, keeper, board, locks, otherTabs, now, pause } = surroundings
  /** Changes of the index follow one another. */
  const turns = createLocalLocks()
  /** What the store's index covers, as far as this tab knows. */
  let storedCover: string | null = null
  let isRanking = false
  let isWantedAgain = false

  const tellIndex = (): void => {
    board.update({ articles: keeper.index.size, unranked: keeper.index.unranked })
  }
  const title = async (): Promise<string> => (await store.collections())[0]?.manifest.title ?? ''

  /** Takes over the stored index when it covers what is wanted, or at the start, when any is better than none. */
  async function restore(cover: string): Promise<void> {
    if (keeper.cover === cover && (storedCover === cover || keeper.index.unranked === 0)) return
    const found = await store.indexCover()
    if (found === null || (found !== cover && keeper.visible.length > 0)) return
    if (!keeper.restore(await store.loadIndex())) return
    storedCover = keeper.cover
    board.noteContentChange()
    tellIndex()
  }

  async function bringUpToDate(): Promise<void> {
    const visible = visibleFiles(await store.collections(), await store.files())
    await restore(coverOf(visible))
    const collectionTitle = await title()
    await keeper.bringTo(visible, {
      onChange: () => {
        tellIndex()
        board.noteContentChange()
      },
      onProgress: (articlesDone, articlesTotal) => {
        const isDone = articlesDone >= articlesTotal
        board.update({
          indexing: isDone ? null : { collectionTitle, articlesDone, articlesTotal, step: 'indexing' },
        })
      },
    })
    tellIndex()
    board.flushContentChange()
  }

  async function rank(): Promise<void> {
    if (keeper.index.unranked === 0) return
    const collectionTitle = await title()
    let count = 1
    while (keeper.index.unranked > 0) {
      const began = now()
      const left = keeper.index.rank(count)
      const took = now() - began
      if (took > LONGEST_SLICE) count = Math.max(1, Math.floor(count / 2))
      else if (took < LONGEST_SLICE / 2) count *= 2
      const articlesTotal = keeper.index.size
      const articlesDone = articlesTotal - left
      board.update({
        articles: articlesTotal,
        unranked: left,
        indexing: left === 0 ? null : { collectionTitle, articlesDone, articlesTotal, step: 'indexing' },
      })
      await pause()
    }
    board.noteContentChange()
  }

  async function storeIndex(): Promise<void> {
    const { cover } = keeper
    if (store.kind === 'memory' || keeper.index.unranked > 0 || storedCover === cover) return
    // While a collection comes in, its next file would make the stored index useless at once.
    if ((await store.collections()).some(isComing)) return
    if ((await store.indexCover()) !== cover) {
      await store.saveIndex(cover, keeper.snapshot())
      otherTabs.tell()
    }
    storedCover = cover
  }

  async function rankAndStore(): Promise<void> {
    if (isRanking) {
      isWantedAgain = true
      return
    }
    isRanking = true
    try {
      do {
        isWantedAgain = false
        if (keeper.index.unranked === 0 && storedCover === keeper.cover) break
        await locks.request(RANKING_LOCK, async () => {
          await turns.request('index', () => restore(keeper.cover))
          await rank()
          board.flushContentChange()
          await turns.request('index', storeIndex)
        })
      } while (isWantedAgain)
    } catch (cause) {
      board.update({ failure: toArchiveError(cause), indexing: null })
    } finally {
      isRanking = false
    }
  }

  return {
    async refresh() {
      await turns.request('index', bringUpToDate)
      void rankAndStore()
    },
    rankAndStore,
  }
}
