import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import { planRecordMerge } from './mergeRecords'
import { soon } from './soon'
import type { RecordPlace, RecordStore } from './recordStore'

function compare(one: RecordPlace, other: RecordPlace): number {
  if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1
  return one.id === other.id ? 0 : one.id < other.id ? -1 : 1
}

/** Records in memory, and the steps for what is done at once with other things. */
export interface MemoryRecords {
  readonly store: RecordStore
  readonly find: (kind: RecordKind, id: string) => KeptRecord | undefined
  readonly put: (given: readonly KeptRecord[]) => void
}

/** Records in memory. */
export function createMemoryRecords(): MemoryRecords {
  const records = new Map<string, KeptRecord>()
  const keyOf = (kind: RecordKind, id: string): string => JSON.stringify([kind, id])
  const find = (kind: RecordKind, id: string): KeptRecord | undefined => records.get(keyOf(kind, id))
  const put = (given: readonly KeptRecord[]): void => {
    for (const record of given) records.set(keyOf(record.kind, record.id), record)
  }
  const heldOf = (kind: RecordKind): KeptRecord[] =>
    [...records.values()].filter((one) => one.kind === kind && one.content !== null).sort(compare)
  const store: RecordStore = {
    ofKind: soon(heldOf),
    about: soon((kind: RecordKind, about: readonly string[]) =>
      heldOf(kind).filter((one) => about.includes(one.about)),
    ),
    withIds: soon((kind: RecordKind, ids: readonly string[]) => ids.map((id) => find(kind, id))),
    change: soon(
      (
        places: readonly RecordPlace[],
        decide: (before: readonly (KeptRecord | undefined)[]) => readonly KeptRecord[],
      ) => {
        const before = places.map(({ kind, id }) => find(kind, id))
        put(decide(before))
        return before
      },
    ),
    merge: soon((given: readonly KeptRecord[]) => {
      const plan = planRecordMerge(
        given,
        given.map(({ kind, id }) => find(kind, id)),
      )
      put(plan.written)
      return plan.merge
    }),
    page: soon((after: RecordPlace | null, limit: number) =>
      [...records.values()]
        .sort(compare)
        .filter((one) => after === null || compare(one, after) > 0)
        .slice(0, limit),
    ),
  }
  return { store, find, put }
}
