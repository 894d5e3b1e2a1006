import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Batch, BatchRow } from '../domain/clipping'
import type { BatchRows } from './useBatchRows'

/** The row of a staged batch that is open for checking. */
export interface OpenBatchRow {
  readonly row: ShallowRef<BatchRow | null>
  /** Its index in the view, or where it was before it left it, as when its last doubt is gone. */
  readonly index: ShallowRef<number>
  /** The place of the row that comes before (−1) or after (1) it in the view; `null` at the end. */
  readonly neighbour: (step: 1 | -1) => Promise<number | null>
  /** Takes the row as it is after a change. */
  readonly take: (row: BatchRow) => void
}

/** Follows the place that is to be open; `null` is none. */
export function useOpenBatchRow(
  batch: Readonly<Ref<Batch | null>>,
  place: Readonly<Ref<number | null>>,
  { rowAt, find }: Pick<BatchRows, 'rowAt' | 'find'>,
): OpenBatchRow {
  const row = shallowRef<BatchRow | null>(null)
  const index = shallowRef(-1)
  let turn = 0

  async function open(wanted: number): Promise<void> {
    const asked = ++turn
    try {
      // A row that has left the view may still be in the batch.
      const found = await find(wanted)
      if (asked !== turn) return
      index.value = found.index
      row.value = found.row
    } catch {
      if (asked === turn) row.value = null
    }
  }

  watch(
    [place, () => batch.value?.id],
    ([wanted, id]) => {
      if (wanted === null || id === undefined) {
        turn += 1
        row.value = null
        index.value = -1
      } else if (row.value?.place !== wanted) void open(wanted)
    },
    { immediate: true },
  )

  return {
    row,
    index,
    async neighbour(step) {
      const here = row.value?.place
      if (here === undefined) return null
      const { index: at } = await find(here)
      const isThere = (await rowAt(at))?.place === here
      const next = await rowAt(step === -1 ? at - 1 : isThere ? at + 1 : at)
      return next?.place ?? null
    },
    take(next) {
      if (next.place === row.value?.place) row.value = next
    },
  }
}
