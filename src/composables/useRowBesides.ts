import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Article } from '../domain/article'
import type { BatchRow } from '../domain/clipping'
import type { Attachment } from '../domain/attachment'
import { useImport } from './useImport'

/** What is looked at beside a row that is open for checking. */
export interface RowBesides {
  /** The article that the row is like; `undefined` while it is being fetched, `null` when it is gone. */
  readonly other: ShallowRef<Article | null | undefined>
  /** Whether the other article has been corrected, which does not hold for one that replaces it. */
  readonly isOtherCorrected: Ref<boolean>
  /** What the row was read from; `null` when nothing of that is kept. */
  readonly original: ShallowRef<Attachment | null>
  /** Whether the original is looked at: that holds on from row to row. */
  readonly isOriginalOpen: Ref<boolean>
}

/** Fetches what belongs beside the open row, whenever that is another one. */
export function useRowBesides(row: Readonly<ShallowRef<BatchRow | null>>): RowBesides {
  const { likeArticle, isCorrected, originalOf } = useImport()
  const other = shallowRef<Article | null | undefined>(undefined)
  const isOtherCorrected = ref(false)
  const original = shallowRef<Attachment | null>(null)

  watch(
    () => (row.value?.likeness ? row.value.place : null),
    async (place) => {
      other.value = undefined
      isOtherCorrected.value = false
      if (place === null) return
      const found = await likeArticle(place).catch(() => null)
      if (row.value?.place !== place) return
      other.value = found
      if (found === null || row.value.likeness?.isInBatch === true) return
      const hasCorrections = await isCorrected(found.id).catch(() => false)
      if (row.value?.place === place) isOtherCorrected.value = hasCorrections
    },
    { immediate: true },
  )
  watch(
    () => row.value?.place ?? null,
    async (place) => {
      const found = place === null ? null : await originalOf(place).catch(() => null)
      if ((row.value?.place ?? null) === place) original.value = found
    },
    { immediate: true },
  )
  return { other, isOtherCorrected, original, isOriginalOpen: ref(false) }
}
