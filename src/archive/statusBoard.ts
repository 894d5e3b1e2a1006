import type { ArchivePhase, ArchiveStatus, TakeInProgress } from '../domain/archive'
import type { Failure } from '../domain/failure'
import type { BatchProgress } from '../domain/clipping'
import type { ArchiveError } from '../domain/problem'

/** Shortest time between two raises of the content's revision while articles keep coming, in milliseconds. */
const REVISION_PAUSE = 400

/** What the archive is doing, from which the status that is told follows. */
export interface Activity {
  readonly isOpening: boolean
  /** Nothing was there before, or nothing of it is indexed any more: what is shown is still growing. */
  readonly isGrowing: boolean
  readonly storage: ArchiveStatus['storage']
  readonly articles: number
  readonly takeIn: TakeInProgress | null
  readonly indexing: TakeInProgress | null
  readonly batch: BatchProgress | null
  readonly backup: ArchiveStatus['backup']
  /** Why there is no database; what is shown works all the same. */
  readonly storageFailure: ArchiveError | null
  /** How the last opening or take-in failed. */
  readonly failure: ArchiveError | null
}

/** Holds the status and tells it. */
export interface StatusBoard {
  /** Changes what is going on; listeners are told when the status differs from before. */
  update(change: Partial<Activity>): void
  /** Notes that a search may give other results. While articles come in, the revision rises only now and then. */
  noteContentChange(): void
  /** Notes that what the user made beside the articles may have changed. */
  noteRecordsChange(): void
  /** Raises the revision when a change was noted and not told yet. */
  flushContentChange(): void
  watch(listener: (status: ArchiveStatus) => void): void
  readonly activity: Activity
}

function phaseOf(activity: Activity): ArchivePhase {
  if (activity.isOpening) return 'opening'
  if (activity.isGrowing) return 'loading'
  const isAtWork = activity.takeIn !== null || activity.indexing !== null
  if (activity.failure !== null && activity.articles === 0 && !isAtWork) return 'failed'
  return activity.indexing === null ? 'ready' : 'indexing'
}

function failureOf(error: ArchiveError | null): Failure | null {
  return error === null ? null : { code: error.code, subject: error.subject, message: error.message }
}

/** A board on which nothing has been opened yet. */
export function createStatusBoard(now: () => number): StatusBoard {
  const listeners = new Set<(status: ArchiveStatus) => void>()
  let contentRevision = 0
  let recordsRevision = 0
  let raisedAt = -Infinity
  let hasUntoldChange = false
  let told = ''
  let activity: Activity = {
    isOpening: true,
    isGrowing: false,
    storage: 'database',
    articles: 0,
    takeIn: null,
    indexing: null,
    batch: null,
    backup: null,
    storageFailure: null,
    failure: null,
  }

  const status = (): ArchiveStatus => ({
    phase: phaseOf(activity),
    storage: activity.storage,
    progress: activity.takeIn ?? activity.indexing,
    batch: activity.batch,
    backup: activity.backup,
    articles: activity.articles,
    contentRevision,
    recordsRevision,
    failure: failureOf(activity.failure ?? activity.storageFailure),
  })

  function tell(): void {
    const next = status()
    const written = JSON.stringify(next)
    if (written === told) return
    told = written
    for (const listener of listeners) {
      try {
        listener(next)
      } catch {
        // A page that is gone hears nothing, and keeps nobody else from hearing.
        listeners.delete(listener)
      }
    }
  }

  function raise(): void {
    hasUntoldChange = false
    raisedAt = now()
    contentRevision += 1
    tell()
  }

  return {
    get activity() {
      return activity
    },
    update(change) {
      activity = { ...activity, ...change }
      tell()
    },
    noteContentChange() {
      hasUntoldChange = true
      if (now() - raisedAt >= REVISION_PAUSE) raise()
    },
    noteRecordsChange() {
      recordsRevision += 1
      tell()
    },
    flushContentChange() {
      if (hasUntoldChange) raise()
    },
    watch(listener) {
      listeners.add(listener)
      listener(status())
    },
  }
}
