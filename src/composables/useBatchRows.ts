import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Batch, BatchRow, BatchView } from '../domain/clipping'
import { useArchive } from './useArchive'

/** Rows are fetched in blocks of this many. */
export const BATCH_ROWS_PER_BLOCK = 40

/** The rows of a staged batch under one view, with those that have been looked at so far. */
export interface BatchRows {
  readonly total: ComputedRef<number>
  /** Rows by their index in the view; those not fetched yet are absent. */
  readonly rows: ShallowRef<ReadonlyMap<number, BatchRow>>
  /** Fetches the rows from `first` to `last` that are still absent, and remembers that these are in view. */
  readonly fetchRows: (first: number, last: number) => Promise<void>
  /** The first row under another view; `null` when there is none. */
  readonly firstOf: (view: BatchView) => Promise<BatchRow | null>
  /** The row at an index; `null` when there is none. */
  readonly rowAt: (index: number) => Promise<BatchRow | null>
  /** Where a row stands in the view, or would stand if the view had it; 0 and `null` for one that is gone. */
  readonly find: (place: number) => Promise<{ readonly index: number; readonly row: BatchRow | null }>
}

function countOf(batch: Batch | null, view: BatchView): number {
  if (batch === null) return 0
  return { all: batch.articles, doubtful: batch.doubtful, alike: batch.alike }[view]
}

/** Follows the batch and the view: when the batch has changed, what is in view is fetched again and the rest forgotten. */
export function useBatchRows(batch: Readonly<Ref<Batch | null>>, view: Readonly<Ref<BatchView>>): BatchRows {
  const { archive } = useArchive()
  const rows = shallowRef<ReadonlyMap<number, BatchRow>>(new Map())
  const total = computed(() => countOf(batch.value, view.value))
  let inView = { first: 0, last: 0 }
  /** Raised whenever what was asked before no longer counts. */
  let turn = 0
  let requested = new Set<number>()

  async function fetchBlock(block: number, isFresh: boolean): Promise<void> {
    const asked = turn
    const held = batch.value
    if (held === null) return
    requested.add(block)
    const first = block * BATCH_ROWS_PER_BLOCK
    try {
      const fetched = await archive.value.batchRows(held.id, view.value, first, BATCH_ROWS_PER_BLOCK)
      if (asked !== turn) return
      const kept = isFresh ? [...rows.value].filter(([index]) => requested.has(blockOf(index))) : rows.value
      rows.value = new Map([...kept, ...fetched.map((row, place) => [first + place, row] as const)])
    } catch {
      // Asked for again when it is next in view; a batch that is gone is told elsewhere.
      if (asked === turn) requested.delete(block)
    }
  }

  function blockOf(index: number): number {
    return Math.floor(index / BATCH_ROWS_PER_BLOCK)
  }

  async function fetchInView(isFresh: boolean): Promise<void> {
    const last = Math.min(inView.last, total.value - 1)
    const blocks: Promise<void>[] = []
    for (let block = blockOf(inView.first); block * BATCH_ROWS_PER_BLOCK <= last; block += 1) {
      if (!requested.has(block)) blocks.push(fetchBlock(block, isFresh))
    }
    await Promise.all(blocks)
  }

  watch(
    [batch, view],
    ([next, nextView], [former, formerView]) => {
      turn += 1
      requested = new Set()
      if (next?.id !== former?.id || nextView !== formerView) {
        inView = { first: 0, last: BATCH_ROWS_PER_BLOCK - 1 }
        rows.value = new Map()
      }
      void fetchInView(true)
    },
    { flush: 'sync' },
  )
  void fetchInView(true)

  async function rowAt(index: number): Promise<BatchRow | null> {
    const held = batch.value
    if (held === null || index < 0 || index >= total.value) return null
    if (!requested.has(blockOf(index))) await fetchBlock(blockOf(index), false)
    const known = rows.value.get(index)
    if (known !== undefined) return known
    const [row] = await archive.value.batchRows(held.id, view.value, index, 1)
    return row ?? null
  }

  return {
    total,
    rows,
    fetchRows(first, last) {
      inView = { first, last }
      return fetchInView(false)
    },
    async firstOf(asked) {
      const held = batch.value
      if (held === null) return null
      const [row] = await archive.value.batchRows(held.id, asked, 0, 1)
      return row ?? null
    },
    rowAt,
    async find(place) {
      for (const [index, row] of rows.value) if (row.place === place) return { index, row }
      const held = batch.value
      if (held === null) return { index: 0, row: null }
      return archive.value.findBatchRow(held.id, view.value, place)
    },
  }
}
