import type { RecordChange } from '../../domain/keptRecord'
import { laterMoment } from '../../domain/laterMoment'
import { parseKeptRecord } from '../../domain/parseKeptRecord'
import { ArchiveError } from '../../domain/problem'
import type { RecordStore } from '../../storage/recordStore'

/**
 * Writes records as they shall be, all or none, and gives what was there before; see `KeepCalls.saveRecords`.
 *
 * @param clock what time it is
 * @throws ArchiveError `edit-malformed` where a content is not plain JSON of a sensible size
 */
export async function writeRecords(
  records: RecordStore,
  changes: readonly RecordChange[],
  by: string,
  clock: () => Date,
): Promise<readonly (RecordChange | null)[]> {
  const now = clock().toISOString()
  const before = await records.change(changes, (held) =>
    changes.map((change, place) => {
      const changedAt = laterMoment(now, held[place]?.changedAt ?? '')
      const record = parseKeptRecord({ ...change, changedAt, changedBy: by })
      if (record !== null) return record
      const message = `expected plain data of a sensible size in ${change.kind} ${change.id}`
      throw new ArchiveError('edit-malformed', change.kind, message)
    }),
  )
  return before.map((record) => {
    if (record === undefined) return null
    const { kind, id, about, content } = record
    return { kind, id, about, content }
  })
}
