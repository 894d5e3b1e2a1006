import type { KeptRecord } from '../../domain/keptRecord'
import type { MergeOutcome } from '../../domain/mergeOutcome'
import type { TravellingBatch } from '../../domain/travellingRows'
import type { StoredBatch } from '../../storage/batchStore'

/** What becomes of a batch of a backup here. */
export interface BatchFate {
  readonly outcome: MergeOutcome
  /** When it counts as accepted, where it comes in or is here. */
  readonly acceptedAt: string
}

/** Notes when batches were taken out, by their ids, as their traces say; only the latest of each counts. */
export function noteTraces(traces: Map<string, string>, records: readonly KeptRecord[]): void {
  for (const { kind, id, content, changedAt } of records) {
    if (kind !== 'batch' || content !== null) continue
    if (changedAt > (traces.get(id) ?? '')) traces.set(id, changedAt)
  }
}

/**
 * What becomes of a batch of a backup: one that was taken out after it was accepted stays out.
 *
 * @param held the accepted batch with its id, if there is one here
 * @param ownTrace when it was taken out here, and `otherTrace` by the file; empty texts for never
 */
export function batchFate(
  { acceptedAt }: Pick<TravellingBatch, 'acceptedAt'>,
  held: Pick<StoredBatch, 'acceptedAt'> | undefined,
  ownTrace: string,
  otherTrace: string,
): BatchFate {
  const heldAt = held?.acceptedAt ?? ''
  const latest = acceptedAt > heldAt ? acceptedAt : heldAt
  const isOut = (ownTrace > otherTrace ? ownTrace : otherTrace) >= latest
  if (held !== undefined) return { outcome: isOut ? 'deleted' : 'same', acceptedAt: latest }
  if (!isOut) return { outcome: 'added', acceptedAt }
  return { outcome: ownTrace >= acceptedAt ? 'deletedHere' : 'same', acceptedAt }
}
