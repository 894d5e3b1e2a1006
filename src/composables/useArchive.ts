import { storeToRefs } from 'pinia'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Archive, ArchiveStatus } from '../domain/archive'
import { useArchiveStore } from '../stores/archiveStore'

/** The archive and its status. The app connects one before it mounts; without it, reading `archive` throws. */
export function useArchive(): {
  readonly archive: ComputedRef<Archive>
  readonly status: Ref<ArchiveStatus>
  readonly retry: () => Promise<void>
} {
  const store = useArchiveStore()
  const { status, connected } = storeToRefs(store)
  const archive = computed(() => {
    if (connected.value === null) throw new Error('No archive is connected')
    return connected.value
  })
  return { archive, status, retry: store.retry }
}
