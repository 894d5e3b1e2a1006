import { computed, effectScope, onScopeDispose, watch, type Ref } from 'vue'
import { isFollowed } from '../domain/knownRevisions'
import { useFollowingStore } from '../stores/followingStore'
import { useArchive } from './useArchive'

/** Milliseconds after which it is quiet enough where a browser does not tell when it is idle. */
const QUIET = 3000

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else setTimeout(work, QUIET)
}

/**
 * Whether a collection that the user follows has a newer revision, to be told by a small sign. Once the archive is open and
 * the browser idle, the addresses are asked if that is due; who follows no collection loads nothing for it.
 */
export function useRevisionSign(): { readonly isNewerThere: Ref<boolean> } {
  const { archive, status } = useArchive()
  const followed = useFollowingStore()
  const scope = effectScope()
  onScopeDispose(() => {
    scope.stop()
  })

  async function begin(): Promise<void> {
    if (!(await archive.value.collections()).some(isFollowed)) return
    const { useRevisionChecks } = await import('./useRevisionChecks')
    await scope.run(useRevisionChecks)?.checkIfDue()
  }

  const stop = watch(
    () => status.value.phase,
    (phase) => {
      if (phase !== 'ready') return
      queueMicrotask(() => {
        stop()
      })
      whenIdle(() => {
        // Without what it takes, or without the archive, nothing is asked at this visit.
        begin().catch(() => undefined)
      })
    },
    { immediate: true },
  )

  return { isNewerThere: computed(() => followed.isNewerThere) }
}
