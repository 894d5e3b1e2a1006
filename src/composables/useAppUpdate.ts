import { useEventListener, useIntervalFn } from '@vueuse/core'
import { registerSW } from 'virtual:pwa-register'
import { ref, type Ref } from 'vue'

const CHECK_EVERY_MS = 6 * 3_600_000

/** Whether the app works offline, and whether a newer version waits; it is never put in place by itself. */
export function useAppUpdate(): {
  readonly isUpdateReady: Ref<boolean>
  readonly apply: () => Promise<void>
  readonly dismiss: () => void
} {
  const isUpdateReady = ref(false)
  let registration: ServiceWorkerRegistration | undefined

  const updateServiceWorker = registerSW({
    // After the page has loaded: the first view goes first.
    immediate: false,
    onNeedRefresh() {
      isUpdateReady.value = true
    },
    onRegisteredSW(_address, registered) {
      registration = registered
    },
    onRegisterError() {
      // Without a service worker the app works as long as there is a network; the settings page says so.
    },
  })

  async function check(): Promise<void> {
    if (!navigator.onLine || registration === undefined || registration.installing !== null) return
    // Rejects without a network, which only means that there is nothing new to know.
    await registration.update().catch(() => undefined)
  }
  useIntervalFn(() => void check(), CHECK_EVERY_MS)
  useEventListener(window, 'pageshow', () => void check())
  useEventListener(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') void check()
  })

  return {
    isUpdateReady,
    apply: () => updateServiceWorker(true),
    dismiss() {
      isUpdateReady.value = false
    },
  }
}
