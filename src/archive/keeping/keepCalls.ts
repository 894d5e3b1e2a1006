import type { KeepCalls } from '../../domain/keeping'
import { parseKeptRecord } from '../../domain/keptRecord'
import { ArchiveError } from '../../domain/problem'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'

/** A moment that is later than another one, so that a change of one's own is not lost to a clock that ran ahead. */
function laterThan(moment: string, clock: () => Date): string {
  const now = clock().toISOString()
  return now > moment ? now : new Date(Date.parse(moment) + 1).toISOString()
}

/**
 * What the user makes beside the articles; see {@link KeepCalls}.
 *
 * @param clock what time it is
 */
export function createKeepCalls(
  clock: () => Date,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): KeepCalls {
  return {
    async records(kind, about) {
      const { records } = (await opened()).store
      return about === null ? records.ofKind(kind) : records.about(kind, about)
    },

    async saveRecords(changes, by) {
      const { store, tellOthers } = await opened()
      const before = await store.records.change(changes, (held) =>
        changes.map((change, place) => {
          const changedAt = laterThan(held[place]?.changedAt ?? '', clock)
          const record = parseKeptRecord({ ...change, changedAt, changedBy: by })
          if (record !== null) return record
          const message = `expected plain data of a sensible size in ${change.kind} ${change.id}`
          throw new ArchiveError('edit-malformed', change.kind, message)
        }),
      )
      board.noteRecordsChange()
      tellOthers()
      return before.map((record) => {
        if (record === undefined) return null
        const { kind, id, about, content } = record
        return { kind, id, about, content }
      })
    },
  }
}
