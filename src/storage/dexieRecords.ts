import Dexie from 'dexie'
import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import type { ArchiveDatabase } from './archiveDatabase'
import { planRecordMerge } from './mergeRecords'
import type { RecordStore } from './recordStore'

const isHeld = ({ content }: KeptRecord): boolean => content !== null

/** Records in the archive's database; `run` runs an operation on it. */
export function createDexieRecords(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): RecordStore {
  const { records } = database
  return {
    ofKind: (kind) =>
      run(async () =>
        (
          await records.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).toArray()
        ).filter(isHeld),
      ),
    about: (kind, about) =>
      run(async () =>
        (
          await records
            .where('[kind+about]')
            .anyOf(about.map((one) => [kind, one]))
            .toArray()
        )
          .filter(isHeld)
          .sort((one, other) => (one.id < other.id ? -1 : 1)),
      ),
    withIds: (kind, ids) => run(() => records.bulkGet(ids.map((id): [RecordKind, string] => [kind, id]))),
    put: (given) =>
      run(async () => {
        await records.bulkPut([...given])
      }),
    change: (kind, id, decide) =>
      run(() =>
        database.transaction('rw', records, async () => {
          const before = await records.get([kind, id])
          const after = decide(before)
          if (after === null) return before
          await records.put(after)
          return after
        }),
      ),
    merge: (given) =>
      run(() =>
        database.transaction('rw', records, async () => {
          const held = await records.bulkGet(given.map(({ kind, id }): [RecordKind, string] => [kind, id]))
          const { written, merge } = planRecordMerge(given, held)
          await records.bulkPut([...written])
          return merge
        }),
      ),
    page: (after, limit) =>
      run(() =>
        (after === null
          ? records.orderBy('[kind+id]')
          : records.where('[kind+id]').above([after.kind, after.id])
        )
          .limit(limit)
          .toArray(),
      ),
  }
}
