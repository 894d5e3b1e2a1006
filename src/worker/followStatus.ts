import type { ArchiveStatus } from '../domain/archive'
import type { ArchiveError } from '../domain/problem'
import type { ThreadListener } from './superviseCalls'

/** Passes the status of an archive in another thread on, and tells on this side when the thread is lost. */
export interface FollowedStatus extends ThreadListener {
  /** What is to be told in the other thread so that `listener` hears it. */
  followFor(listener: (status: ArchiveStatus) => void): (status: ArchiveStatus) => void
}

/** The status before the thread has said anything. */
const UNKNOWN: ArchiveStatus = {
  phase: 'opening',
  storage: 'database',
  progress: null,
  batch: null,
  backup: null,
  articles: 0,
  contentRevision: 0,
  recordsRevision: 0,
  failure: null,
}

/** A status that nobody follows yet. A lost thread is told as `failed`; when it answers again, what it said last counts again. */
export function followStatus(): FollowedStatus {
  const listeners = new Set<(status: ArchiveStatus) => void>()
  let told = UNKNOWN
  const tell = (status: ArchiveStatus): void => {
    for (const listener of listeners) listener(status)
  }
  return {
    followFor(listener) {
      listeners.add(listener)
      return (status) => {
        told = status
        listener(status)
      }
    },
    onLost({ code, subject, message }: ArchiveError) {
      tell({ ...told, phase: 'failed', progress: null, batch: null, failure: { code, subject, message } })
    },
    onFound() {
      tell(told)
    },
  }
}
