import { ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ResultRow } from '../domain/resultRow'
import type { ArticleQuery } from '../domain/articleQuery'
import { useArchive } from './useArchive'

/** Selecting several results of a query. */
export interface Selection {
  readonly isSelecting: Ref<boolean>
  readonly ids: ShallowRef<ReadonlySet<string>>
  /** Whether all ids are being fetched. */
  readonly isSelectingAll: Ref<boolean>
  /**
   * Selects the result at a place, or no longer; with `isRange` everything from the place before, as that is. Begins the
   * selection.
   */
  readonly toggle: (place: number, isRange: boolean) => Promise<void>
  readonly selectAll: () => Promise<void>
  readonly selectNone: () => void
  /** Takes ids out that are gone. */
  readonly drop: (gone: readonly string[]) => void
  readonly end: () => void
}

/** The selection among the results of a query; another query begins without one. */
export function useSelection(
  query: ComputedRef<ArticleQuery>,
  rows: Readonly<Ref<ReadonlyMap<number, ResultRow>>>,
): Selection {
  const { archive } = useArchive()
  const isSelecting = ref(false)
  const isSelectingAll = ref(false)
  const ids = shallowRef<ReadonlySet<string>>(new Set())
  let lastPlace: number | null = null

  function selectNone(): void {
    ids.value = new Set()
    lastPlace = null
  }

  function put(some: readonly string[], isSelected: boolean): void {
    const next = new Set(ids.value)
    for (const id of some) {
      if (isSelected) next.add(id)
      else next.delete(id)
    }
    ids.value = next
  }

  /** The ids at these places; those that are not in view yet are asked for. */
  async function idsAt(first: number, last: number): Promise<readonly string[]> {
    const known = Array.from({ length: last - first + 1 }, (_one, at) => rows.value.get(first + at)?.id)
    if (known.every((id) => id !== undefined)) return known
    return (await archive.value.resultIds(query.value, last + 1)).slice(first)
  }

  watch(query, (next, former) => {
    // The open article and the like leave the query what it is.
    if (JSON.stringify({ ...next, sort: '' }) !== JSON.stringify({ ...former, sort: '' })) selectNone()
    lastPlace = null
  })

  return {
    isSelecting,
    ids,
    isSelectingAll,
    async toggle(place, isRange) {
      const id = rows.value.get(place)?.id
      if (id === undefined) return
      isSelecting.value = true
      const isSelected = !ids.value.has(id)
      const from = isRange && lastPlace !== null ? lastPlace : place
      lastPlace = place
      const asked = query.value
      const range =
        from === place ? [id] : await idsAt(Math.min(from, place), Math.max(from, place)).catch(() => [id])
      if (asked === query.value) put(range, isSelected)
    },
    async selectAll() {
      const asked = query.value
      isSelectingAll.value = true
      try {
        const all = await archive.value.resultIds(asked, Infinity)
        if (asked === query.value) ids.value = new Set(all)
      } finally {
        isSelectingAll.value = false
      }
    },
    selectNone,
    drop(gone) {
      put(gone, false)
    },
    end() {
      isSelecting.value = false
      selectNone()
    },
  }
}
