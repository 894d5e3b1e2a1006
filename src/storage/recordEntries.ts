import { laterMoment } from '../domain/laterMoment'
import { isSameContent, type KeptRecord } from '../domain/keptRecord'
import type { RecordEntry } from './backupStore'

/** What writing records changed that anybody sees. */
export function entriesOfRecords(
  written: readonly KeptRecord[],
  find: (record: KeptRecord) => KeptRecord | undefined,
): readonly RecordEntry[] {
  return written.flatMap((after) => {
    const before = find(after) ?? null
    const isUnseen = before === null ? after.content === null : isSameContent(before, after)
    return isUnseen ? [] : [{ before, after }]
  })
}

/**
 * The records that put back what a merge changed, where they are still as it left them.
 *
 * @param isUndone whether it is taken back now, so that it is done again
 * @param at when this is done
 */
export function undoneRecords(
  entries: readonly RecordEntry[],
  isUndone: boolean,
  find: (record: KeptRecord) => KeptRecord | undefined,
  at: string,
): readonly KeptRecord[] {
  return entries.flatMap(({ before, after }) => {
    const former = before ?? { ...after, content: null }
    const [from, to] = isUndone ? [former, after] : [after, former]
    const standing = find(after)
    if (standing === undefined || !isSameContent(standing, from)) return []
    const { changedAt, changedBy } = standing
    return [{ ...to, changedAt: laterMoment(at, changedAt), changedBy }]
  })
}
