import type { Deed } from '../domain/mending'
import { amendTargets, deedOf, TARGETS_OF_A_STEP, undoEntries } from './amendmentSteps'
import type { AmendmentStore, DeedEntry, StoredAmendment } from './amendmentStore'
import type { ArchiveDatabase } from './archiveDatabase'

/** Amendments in the archive's database; `run` runs an operation on it. */
export function createDexieAmendments(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): AmendmentStore {
  const { amendments, deeds, deedEntries } = database

  async function greatestVersion(): Promise<number> {
    return (await amendments.orderBy('version').last())?.version ?? 0
  }

  async function finderOf(ids: readonly string[]): Promise<(id: string) => StoredAmendment | undefined> {
    const rows = await amendments.bulkGet([...ids])
    const found = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.articleId, row] as const])))
    return (id) => found.get(id)
  }

  /** Finds amendments of a deed, read before they are changed, so that the change itself holds other readers up less. */
  async function readBefore(ids: readonly string[]) {
    const version = await greatestVersion()
    const find = await finderOf(ids)
    return { find, isStillSo: (now: number) => now === version }
  }

  return {
    version: () => run(greatestVersion),
    ids: () => run(() => amendments.toCollection().primaryKeys()),
    withIds: (ids) => run(() => amendments.bulkGet([...ids])),
    after: (version, limit) => run(() => amendments.where('version').above(version).limit(limit).toArray()),
    amend: (undertaking) =>
      run(async () => {
        const idsOf = (targets: (typeof undertaking)['targets']): readonly string[] =>
          targets.flatMap(({ id, replaces }) => [id, ...replaces])
        const known = await readBefore(idsOf(undertaking.targets))
        return database.transaction('rw', amendments, deeds, deedEntries, async (): Promise<Deed> => {
          let version = await greatestVersion()
          const isKnown = known.isStillSo(version)
          const entries: DeedEntry[] = []
          for (let from = 0; from < undertaking.targets.length; from += TARGETS_OF_A_STEP) {
            const targets = undertaking.targets.slice(from, from + TARGETS_OF_A_STEP)
            const find = isKnown ? known.find : await finderOf(idsOf(targets))
            const step = amendTargets(undertaking, targets, find, version)
            await amendments.bulkPut([...step.amendments])
            version += step.amendments.length
            entries.push(...step.entries)
          }
          const deed = deedOf(undertaking, entries)
          if (entries.length === 0) return { ...deed, number: 0 }
          const number = await deeds.add(deed)
          await deedEntries.add({ number, entries })
          return { ...deed, number }
        })
      }),
    deeds: (limit) =>
      run(async () => {
        const numbers = await deeds.toCollection().primaryKeys()
        const newest = numbers.slice(-Math.max(1, limit)).toReversed()
        return (await deeds.bulkGet(newest.slice(0, limit))).filter((deed) => deed !== undefined)
      }),
    undo: (number) =>
      run(async () => {
        // What a deed changed is never changed itself.
        const entries = (await deedEntries.get(number))?.entries ?? []
        const known = await readBefore(entries.map(({ id }) => id))
        return database.transaction('rw', amendments, deeds, async () => {
          const deed = await deeds.get(number)
          if (deed === undefined) return 0
          const first = await greatestVersion()
          const isKnown = known.isStillSo(first)
          let version = first
          for (let from = 0; from < entries.length; from += TARGETS_OF_A_STEP) {
            const some = entries.slice(from, from + TARGETS_OF_A_STEP)
            const find = isKnown ? known.find : await finderOf(some.map(({ id }) => id))
            const put = undoEntries(some, deed.isUndone, find, version)
            await amendments.bulkPut([...put])
            version += put.length
          }
          if (version > first) await deeds.put({ ...deed, isUndone: !deed.isUndone })
          return version - first
        })
      }),
  }
}
