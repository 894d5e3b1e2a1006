import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { BATCH_ROWS_PER_BLOCK, useBatchRows } from '../../../src/composables/useBatchRows'
import { useOpenBatchRow } from '../../../src/composables/useOpenBatchRow'
import type { Batch, BatchView } from '../../../src/domain/clipping'
import { useArchiveStore } from '../../../src/stores/archiveStore'
import { aBatchRow, aClippingArchive } from '../builders/aClippingArchive'

beforeEach(() => {
  setActivePinia(createPinia())
})

async function settled(): Promise<void> {
  // Every reply of the archive comes in a later turn; a search for a place takes a few of them.
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve))
}

/** A batch of 500 rows with gaps between their places, every fifth of them doubtful. */
async function someRows() {
  const rows = Array.from({ length: 500 }, (_one, index) =>
    aBatchRow(2 * index + 1, {}, { doubtful: index % 5 === 0 ? ['newspaper'] : [] }),
  )
  const fake = aClippingArchive(() => Promise.resolve({ rows }))
  await useArchiveStore().connect(fake.archive)
  const batch = shallowRef<Batch | null>(await fake.archive.readBatch([]))
  const view = shallowRef<BatchView>('all')
  const place = shallowRef<number | null>(null)
  const parts = effectScope().run(() => {
    const batchRows = useBatchRows(batch, view)
    return { ...batchRows, open: useOpenBatchRow(batch, place, batchRows) }
  })!
  await settled()
  const asked = (): number => fake.calls.filter(([name]) => name === 'batchRows').length
  return { ...fake, ...parts, batch, view, place, asked }
}

describe('the rows of a batch', () => {
  it('are fetched in blocks, each once', async () => {
    const { rows, fetchRows, asked } = await someRows()
    expect(rows.value.size).toBe(BATCH_ROWS_PER_BLOCK)
    await fetchRows(100, 110)
    await fetchRows(102, 115)
    expect(asked()).toBe(2)
    expect(rows.value.get(110)?.place).toBe(221)
  })

  it('are others under another view', async () => {
    const { rows, total, view } = await someRows()
    view.value = 'doubtful'
    await settled()
    expect(total.value).toBe(100)
    expect(rows.value.get(1)?.place).toBe(11)
  })

  it('in view stay until they have come anew when the batch has changed; the others are forgotten', async () => {
    const { rows, fetchRows, batch, archive } = await someRows()
    await fetchRows(200, 210)
    batch.value = await archive.stagedBatch()
    expect(rows.value.get(205)?.place).toBe(411)
    await settled()
    expect(rows.value.get(205)?.place).toBe(411)
    expect(rows.value.has(0)).toBe(false)
  })

  it('are found by their place, also where the view has no row of it', async () => {
    const { find, view, asked } = await someRows()
    expect(await find(801)).toMatchObject({ index: 400, row: { place: 801 } })
    expect(await find(5000)).toMatchObject({ row: null })
    view.value = 'doubtful'
    expect(await find(813)).toMatchObject({ index: 82, row: { place: 813 } })
    expect(asked()).toBeLessThan(4)
  })
})

describe('an open row', () => {
  it('is the one of its place, with its neighbours', async () => {
    const { open, place } = await someRows()
    place.value = 401
    await settled()
    expect([open.row.value?.place, open.index.value]).toEqual([401, 200])
    expect([await open.neighbour(-1), await open.neighbour(1)]).toEqual([399, 403])
  })

  it('has none before the first and none after the last', async () => {
    const { open, place } = await someRows()
    place.value = 1
    await settled()
    expect(await open.neighbour(-1)).toBeNull()
    place.value = 999
    await settled()
    expect(await open.neighbour(1)).toBeNull()
  })

  it('stays when its last doubt is gone, and the next doubtful one follows it', async () => {
    const { open, place, view, batch, archive } = await someRows()
    view.value = 'doubtful'
    place.value = 11
    await settled()
    open.take(await archive.editBatchRow('batch-1', 11, { newspaper: '示例日报' }))
    batch.value = await archive.stagedBatch()
    await settled()
    expect(open.row.value?.article.newspaper).toBe('示例日报')
    expect([await open.neighbour(-1), await open.neighbour(1)]).toEqual([1, 21])
  })

  it('is found although the view does not hold it', async () => {
    const { open, place, view } = await someRows()
    view.value = 'doubtful'
    place.value = 13
    await settled()
    expect(open.row.value?.place).toBe(13)
  })
})
