import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { RevisionCheck } from '../domain/following'
import { useArchive } from './useArchive'

/**
 * Whether the collections that the user has added have newer revisions at their addresses. They are asked once when
 * this is first used with the archive open, and on request; nothing is taken in.
 */
export function useRevisionChecks(): {
  /** What came of it by the collections' ids; `null` before the first answer. */
  readonly checks: ComputedRef<ReadonlyMap<string, RevisionCheck> | null>
  readonly isChecking: Ref<boolean>
  readonly check: () => Promise<void>
} {
  const { archive, status } = useArchive()
  const answers = shallowRef<readonly RevisionCheck[] | null>(null)
  const isChecking = ref(false)

  async function check(): Promise<void> {
    if (isChecking.value) return
    isChecking.value = true
    answers.value = await archive.value.checkRevisions().catch(() => null)
    isChecking.value = false
  }

  const stop = watch(
    () => status.value.phase,
    (phase) => {
      if (phase !== 'ready') return
      void check()
      queueMicrotask(() => {
        stop()
      })
    },
    { immediate: true },
  )

  return {
    checks: computed(() =>
      answers.value === null ? null : new Map(answers.value.map((one) => [one.id, one])),
    ),
    isChecking,
    check,
  }
}
