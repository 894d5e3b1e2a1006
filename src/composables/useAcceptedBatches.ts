import { shallowRef, type ShallowRef } from 'vue'
import type { Batch, UndoConsequences } from '../domain/clipping'
import { toArchiveError } from '../domain/problem'
import { useImportState } from '../stores/importStore'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** What has come in, and how to take it out again. */
export interface AcceptedBatches {
  /** Newest first; `null` until they are known. */
  readonly batches: ShallowRef<readonly Batch[] | null>
  /** What undoing a batch would take along, of the batches that were asked about. */
  readonly consequences: ShallowRef<ReadonlyMap<string, UndoConsequences>>
  readonly learn: (batch: string) => Promise<void>
  /** Takes a batch out again. A failure is told, and leaves it in. */
  readonly undo: (batch: string) => Promise<void>
}

/** The accepted batches, asked again whenever the content of the archive changes. */
export function useAcceptedBatches(): AcceptedBatches {
  const { archive, status } = useArchive()
  const { accepted, work, failure } = useImportState()
  const { answer } = useLatest(
    () =>
      status.value.phase === 'opening' || status.value.phase === 'failed'
        ? null
        : { revision: status.value.contentRevision, accepted: accepted.value, work: work.value },
    () => archive.value.batches(),
  )
  const consequences = shallowRef<ReadonlyMap<string, UndoConsequences>>(new Map())

  function fail(cause: unknown): void {
    const { code, subject, message } = toArchiveError(cause)
    failure.value = { code, subject, message }
  }

  async function learn(batch: string): Promise<void> {
    try {
      const found = await archive.value.undoConsequences(batch)
      consequences.value = new Map([...consequences.value, [batch, found]])
    } catch (cause) {
      fail(cause)
    }
  }

  return {
    batches: answer,
    consequences,
    learn,
    async undo(batch) {
      if (work.value !== null) return
      work.value = 'undoing'
      failure.value = null
      try {
        await archive.value.undoBatch(batch)
        if (accepted.value?.id === batch) accepted.value = null
      } catch (cause) {
        fail(cause)
      } finally {
        work.value = null
      }
    },
  }
}
