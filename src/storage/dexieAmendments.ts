import type { Deed } from '../domain/mending'
import type { AmendmentStore } from './amendmentStore'
import type { ArchiveDatabase } from './archiveDatabase'
import { createDexieDeeds, idsOfTargets } from './dexieDeeds'

/** Amendments in the archive's database; `run` runs an operation on it. */
export function createDexieAmendments(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): AmendmentStore {
  const { amendments, deeds, deedPieces } = database
  const steps = createDexieDeeds(database)

  return {
    version: () => run(steps.greatestVersion),
    ids: () => run(() => amendments.toCollection().primaryKeys()),
    withIds: (ids) => run(() => amendments.bulkGet([...ids])),
    after: (version, limit) => run(() => amendments.where('version').above(version).limit(limit).toArray()),
    amend: (undertaking) =>
      run(async () => {
        const known = await steps.readBefore(idsOfTargets(undertaking.targets))
        return database.transaction('rw', amendments, deeds, deedPieces, (): Promise<Deed> => {
          return steps.amend(undertaking, known)
        })
      }),
    deeds: (limit) =>
      run(async () => {
        const numbers = await deeds.toCollection().primaryKeys()
        const newest = numbers.slice(-Math.max(1, limit)).toReversed()
        return (await deeds.bulkGet(newest.slice(0, limit))).filter((deed) => deed !== undefined)
      }),
    entriesOf: (number) => run(() => steps.entriesOf(number)),
    undo: (number, at = '') =>
      run(async () => {
        const merge = await deeds.get(number)
        if (merge?.kind === 'merge') return (await import('./undoMerge')).undoMerge(database, merge, at)
        const entries = await steps.entriesOf(number)
        const known = await steps.readBefore(entries.map(({ id }) => id))
        return database.transaction('rw', amendments, deeds, async () => {
          const deed = await deeds.get(number)
          return deed === undefined ? 0 : steps.undo(deed, entries, known, at)
        })
      }),
  }
}
