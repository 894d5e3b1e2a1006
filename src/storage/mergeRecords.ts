import { supersedes, type KeptRecord } from '../domain/keptRecord'
import type { RecordMerge } from './recordStore'

/** What has to be written so that these records are in, and what that does. */
export interface RecordMergePlan {
  readonly written: readonly KeptRecord[]
  readonly merge: RecordMerge
}

/** @param held what is there under the kinds and ids of the records, in their order */
export function planRecordMerge(
  records: readonly KeptRecord[],
  held: readonly (KeptRecord | undefined)[],
): RecordMergePlan {
  const now = new Map<string, KeptRecord>()
  const written = new Map<string, KeptRecord>()
  const merge = { added: 0, changed: 0, deleted: 0, kept: 0 }
  records.forEach((record, place) => {
    const key = JSON.stringify([record.kind, record.id])
    const before = now.get(key) ?? held[place]
    if (!supersedes(record, before)) {
      merge.kept += 1
      return
    }
    if (record.content === null)
      merge[before === undefined || before.content === null ? 'kept' : 'deleted'] += 1
    else merge[before === undefined ? 'added' : 'changed'] += 1
    now.set(key, record)
    written.set(key, record)
  })
  return { written: [...written.values()], merge }
}
