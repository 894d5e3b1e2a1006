import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { computed, effectScope, nextTick, shallowRef } from 'vue'
import { useSelection } from '../../../src/composables/useSelection'
import type { Archive, ArchiveStatus } from '../../../src/domain/archive'
import type { ResultRow } from '../../../src/domain/resultRow'
import { EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import { useArchiveStore } from '../../../src/stores/archiveStore'
import { aDeferred, type Deferred } from '../builders/aDeferred'
import { resultRows } from '../builders/aSearchAnswer'

const TOTAL = 1000

/** A list of 1,000 results of which the first forty have arrived; ids are given when the test says so. */
async function aSelection() {
  const asked: { readonly limit: number; readonly reply: Deferred<readonly string[]> }[] = []
  const archive = {
    open: () => Promise.resolve(),
    watch: (_listener: (status: ArchiveStatus) => void) => Promise.resolve(),
    resultIds: (_query: ArticleQuery, limit: number) => {
      const reply = aDeferred<readonly string[]>()
      asked.push({ limit, reply })
      return reply.promise
    },
  } as unknown as Archive
  await useArchiveStore().connect(archive)
  const query = shallowRef<ArticleQuery>({ ...EMPTY_QUERY, q: '春耕' })
  const rows = shallowRef<ReadonlyMap<number, ResultRow>>(
    new Map(resultRows(0, 40).map((row, place) => [place, row])),
  )
  const selection = effectScope().run(() =>
    useSelection(
      computed(() => query.value),
      rows,
    ),
  )!
  const idsTo = (limit: number): readonly string[] => resultRows(0, limit).map(({ id }) => id)
  return { selection, query, rows, asked, idsTo, ids: () => [...selection.ids.value] }
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('a selection of results', () => {
  it('takes results in and out', async () => {
    const { selection, ids } = await aSelection()
    await selection.toggle(2, false)
    await selection.toggle(5, false)
    expect(ids()).toEqual(['example-2', 'example-5'])
    expect(selection.isSelecting.value).toBe(true)
    await selection.toggle(2, false)
    expect(ids()).toEqual(['example-5'])
  })

  it('takes a range in either direction, and out as it took it in', async () => {
    const { selection, ids } = await aSelection()
    await selection.toggle(6, false)
    await selection.toggle(3, true)
    expect(ids().sort()).toEqual(['example-3', 'example-4', 'example-5', 'example-6'])
    await selection.toggle(5, true)
    expect(ids().sort()).toEqual(['example-6'])
  })

  it('asks for what of a range has not arrived', async () => {
    const { selection, rows, asked, idsTo, ids } = await aSelection()
    await selection.toggle(10, false)
    const [far] = resultRows(300, 1)
    rows.value = new Map([...rows.value, [300, far!]])
    const done = selection.toggle(300, true)
    await nextTick()
    expect(asked.map(({ limit }) => limit)).toEqual([301])
    asked[0]!.reply.resolve(idsTo(301))
    await done
    expect(ids()).toHaveLength(291)
    expect(selection.ids.value.has('example-9')).toBe(false)
  })

  it('takes all results, none, and lets go of those that are gone', async () => {
    const { selection, asked, idsTo, ids } = await aSelection()
    const done = selection.selectAll()
    expect(selection.isSelectingAll.value).toBe(true)
    asked[0]!.reply.resolve(idsTo(TOTAL))
    await done
    expect(selection.isSelectingAll.value).toBe(false)
    expect(ids()).toHaveLength(TOTAL)
    selection.drop(['example-0', 'example-7'])
    expect(ids()).toHaveLength(TOTAL - 2)
    selection.selectNone()
    expect(ids()).toEqual([])
  })

  it('begins anew with another search, whatever of an older one comes then, but not with another order', async () => {
    const { selection, query, asked, idsTo, ids } = await aSelection()
    await selection.toggle(1, false)
    query.value = { ...query.value, sort: 'oldest' }
    await nextTick()
    expect(ids()).toEqual(['example-1'])
    const done = selection.selectAll()
    query.value = { ...query.value, q: '夏收' }
    await nextTick()
    expect(ids()).toEqual([])
    asked[0]!.reply.resolve(idsTo(TOTAL))
    await done
    expect(ids()).toEqual([])
  })
})
