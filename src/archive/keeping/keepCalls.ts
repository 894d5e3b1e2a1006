import type { KeepCalls } from '../../domain/keeping'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { writeRecords } from './writeRecords'

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
      const before = await writeRecords(store.records, changes, by, clock)
      board.noteRecordsChange()
      tellOthers()
      return before
    },
  }
}
