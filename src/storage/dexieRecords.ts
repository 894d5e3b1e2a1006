import Dexie from 'dexie'
import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import type { ArchiveDatabase } from './archiveDatabase'
import { planRecordMerge } from './mergeRecords'
import type { RecordPlace, RecordStore } from './recordStore'

const keysOf = (places: readonly RecordPlace[]): [RecordKind, string][] =>
  places.map(({ kind, id }) => [kind, id])

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
    change: (places, decide) =>
      run(() =>
        database.transaction('rw', records, async () => {
          const before = await records.bulkGet(keysOf(places))
          await records.bulkPut([...decide(before)])
          return before
        }),
      ),
    merge: (given) =>
      run(() =>
        database.transaction('rw', records, async () => {
          const held = await records.bulkGet(keysOf(given))
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
