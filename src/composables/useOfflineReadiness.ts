import { ref, type Ref } from 'vue'

export type OfflineReadiness = 'unknown' | 'ready' | 'not-yet' | 'unsupported'

/** Whether this page will open without a network: `ready` once its service worker is active. */
export function useOfflineReadiness(): Ref<OfflineReadiness> {
  const readiness = ref<OfflineReadiness>('unknown')
  async function look(): Promise<void> {
    const container: ServiceWorkerContainer | undefined = (navigator as Partial<Navigator>).serviceWorker
    if (container === undefined) {
      readiness.value = 'unsupported'
      return
    }
    const registration = await container.getRegistration().catch(() => undefined)
    readiness.value = registration?.active ? 'ready' : 'not-yet'
    if (readiness.value === 'not-yet') {
      await container.ready
      readiness.value = 'ready'
    }
  }
  void look()
  return readiness
}
