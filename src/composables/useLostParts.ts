import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/** Whether a part of the app could not be fetched when it was first needed, as after an update made in another tab. */
export function useLostParts(): { readonly isPartLost: Ref<boolean>; readonly reload: () => void } {
  const isPartLost = ref(false)
  useEventListener(window, 'vite:preloadError', () => {
    isPartLost.value = true
  })
  return {
    isPartLost,
    reload() {
      location.reload()
    },
  }
}
