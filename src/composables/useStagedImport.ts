import { computed, type ComputedRef, type Ref } from 'vue'
import type { Batch } from '../domain/clipping'
import { useImportState } from '../stores/importStore'

/** Whether something is being read or waits to be checked, to be told on other pages. */
export function useStagedImport(): {
  readonly isUnderWay: ComputedRef<boolean>
  /** What waits; `null` while it is being read. */
  readonly staged: Readonly<Ref<Batch | null>>
} {
  const { staged, work } = useImportState()
  return { isUnderWay: computed(() => staged.value !== null || work.value === 'reading'), staged }
}
