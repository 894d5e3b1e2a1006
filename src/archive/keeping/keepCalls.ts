import type { KeepCalls } from '../../domain/keeping'
import { toArchiveError } from '../../domain/problem'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { createSavedSearchCalls } from './savedSearchCalls'
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
    ...createSavedSearchCalls(opened),

    async records(kind, about) {
      const { records } = (await opened()).store
      return about === null ? records.ofKind(kind) : records.about(kind, about)
    },

    async saveRecords(changes, by) {
      const { store, upkeep, tellOthers } = await opened()
      const before = await writeRecords(store.records, changes, by, clock)
      board.noteRecordsChange()
      tellOthers()
      // Thousands of articles may follow a decision about names: it is made, and they come after it.
      if (changes.some(({ kind }) => kind === 'decision')) {
        upkeep.refresh().catch((cause: unknown) => {
          board.update({ failure: toArchiveError(cause) })
        })
      }
      return before
    },
  }
}
