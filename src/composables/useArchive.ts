import { computed, type ComputedRef } from 'vue'
import type { Archive, ArchiveStatus } from '../domain/archive'
import { useArchiveStore } from '../stores/archiveStore'

/** The archive and its status. The app connects one before it mounts; without it, reading `archive` throws. */
export function useArchive(): {
  readonly archive: ComputedRef<Archive>
  readonly status: ComputedRef<ArchiveStatus>
  readonly retry: () => Promise<void>
} {
  const store = useArchiveStore()
  const archive = computed(() => {
    if (store.connected === null) throw new Error('No archive is connected')
    return store.connected
  })
  return { archive, status: computed(() => store.status), retry: store.retry }
}
