import { useStorage } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { useArchive } from './useArchive'
import { useDeviceStorage } from './useDeviceStorage'

/** What the browser says of keeping what a person has brought in; `null` while it was not asked. */
export type Keeping = 'persisted' | 'refused' | 'memory' | null

/** Asks the browser once, after the first thing that a person has brought in, to keep it. */
export function useKeeping(): { readonly keeping: Ref<Keeping>; readonly ask: () => Promise<void> } {
  const { status } = useArchive()
  const { isPersisted, wasRefused, askPersist } = useDeviceStorage()
  const wasAsked = useStorage('jianbao-persist-asked', false, undefined, { onError: () => undefined })
  const keeping = ref<Keeping>(null)
  return {
    keeping,
    async ask() {
      if (status.value.storage === 'memory') {
        keeping.value = 'memory'
        return
      }
      if (wasAsked.value || isPersisted.value === true) return
      wasAsked.value = true
      await askPersist()
      keeping.value = wasRefused.value ? 'refused' : 'persisted'
    },
  }
}
