import type { Archive } from '../domain/archive'
import {
  BACKUP_CALLS,
  CLIP_CALLS,
  DECISION_CALLS,
  FOLLOW_CALLS,
  KEEP_CALLS,
  MEND_CALLS,
  PEOPLE_CALLS,
  PROJECT_CALLS,
  TERM_CALLS,
} from '../domain/archiveCalls'
import { toArchiveError } from '../domain/problem'
import type { ArchiveDependencies } from './archiveDependencies'
import { createCollectionCalls, isGrowing } from './collectionCalls'
import { createExportCalls } from './exporting/exportCalls'
import { laterCalls } from './laterCalls'
import { openParts, type OpenParts } from './openParts'
import { createStatusBoard } from './statusBoard'

/**
 * The archive: everything the app can do, without a page and without a thread. Nothing happens before `open()`.
 * See {@link Archive} for what each call promises.
 */
export function createArchive(dependencies: ArchiveDependencies): Archive {
  const board = createStatusBoard(dependencies.now)
  let parts: Promise<OpenParts> | null = null
  let opening: Promise<void> | null = null
  const opened = (): Promise<OpenParts> => (parts ??= openParts(dependencies, board))
  const collections = createCollectionCalls(dependencies, board, opened)
  const clips = laterCalls(CLIP_CALLS, async () => {
    const { createClipCalls } = await import('./clipping/clipCalls')
    return createClipCalls(dependencies, board, opened)
  })
  const mends = laterCalls(MEND_CALLS, async () => {
    const { createMendCalls } = await import('./mending/mendCalls')
    return createMendCalls(dependencies, board, opened)
  })
  const keeps = laterCalls(KEEP_CALLS, async () => {
    const { createKeepCalls } = await import('./keeping/keepCalls')
    return createKeepCalls(dependencies.clock, board, opened)
  })
  const people = laterCalls(PEOPLE_CALLS, async () => {
    const { createPeopleCalls } = await import('./people/peopleCalls')
    return createPeopleCalls(opened)
  })
  const terms = laterCalls(TERM_CALLS, async () => {
    const { createTermCalls } = await import('./terms/termCalls')
    return createTermCalls(opened)
  })
  const decisions = laterCalls(DECISION_CALLS, async () => {
    const { createDecisionCalls } = await import('./identity/decisionCalls')
    return createDecisionCalls(board, opened)
  })
  const backups = laterCalls(BACKUP_CALLS, async () => {
    const { createBackupCalls } = await import('./backup/backupCalls')
    return createBackupCalls(dependencies.clock, board, opened)
  })
  const projects = laterCalls(PROJECT_CALLS, async () => {
    const { createProjectCalls } = await import('./projects/projectCalls')
    return createProjectCalls(board, opened)
  })
  const follows = laterCalls(FOLLOW_CALLS, async () => {
    const { createFollowCalls } = await import('./collections/followCalls')
    return createFollowCalls(board, opened, collections.work)
  })
  const exports = createExportCalls(opened)

  async function openOnce(): Promise<void> {
    board.update({ isOpening: board.activity.articles === 0, failure: null })
    try {
      const { store, keeper, upkeep } = await opened()
      await upkeep.restore()
      // Where nothing is indexed the articles are read again, and those that were can be searched meanwhile.
      board.update({ isOpening: false, isGrowing: keeper.index.size === 0 })
      await upkeep.refresh()
      board.update({ isGrowing: await isGrowing(store) })
      const completed = collections.complete().then(
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

  return {
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
    collections: call(() => collections.collections()),
    offerCollection: call((_parts, address) => collections.offerCollection(address)),
    takeInCollection: call((_parts, address) => collections.takeInCollection(address)),
    ...clips,
    ...mends,
    ...keeps,
    ...backups,
    ...decisions,
    ...people,
    ...terms,
    ...projects,
    ...follows,
    ...withArchiveErrors(exports),
  }
}

/** Calls all of whose failures are ArchiveErrors. */
function withArchiveErrors<Calls extends object>(calls: Calls): Calls {
  const guarded = Object.entries(calls).map(([name, call]) => {
    const work = call as (...given: readonly unknown[]) => Promise<unknown>
    const guardedCall = async (...given: readonly unknown[]): Promise<unknown> => {
      try {
        return await work(...given)
      } catch (cause) {
        throw toArchiveError(cause)
      }
    }
    return [name, guardedCall] as const
  })
  return Object.fromEntries(guarded) as unknown as Calls
}
