import { useMediaQuery } from '@vueuse/core'
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'

/** The event by which Chromium offers to install a page; not in the DOM library, since it is no standard. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>
}

const offer = shallowRef<InstallOffer | null>(null)

/**
 * Keeps the browser's offer to install the app, which comes once and early; the browser may make its own offer too. To
 * be called before the app mounts.
 */
export function keepInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    offer.value = event as InstallOffer
  })
  window.addEventListener('appinstalled', () => {
    offer.value = null
  })
}

/** Whether the app runs as installed, whether it can be installed from here, and the act itself. */
export function useInstallation(): {
  readonly isInstalled: Ref<boolean>
  readonly canInstall: ComputedRef<boolean>
  readonly install: () => Promise<void>
} {
  return {
    isInstalled: useMediaQuery('(display-mode: standalone)'),
    canInstall: computed(() => offer.value !== null),
    async install() {
      await offer.value?.prompt()
      offer.value = null
    },
  }
}
