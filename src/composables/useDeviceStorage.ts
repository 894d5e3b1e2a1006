import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

/** What the browser says of its storage for this site; `null` where it says nothing. */
export interface DeviceStorage {
  readonly isPersisted: Ref<boolean | null>
  /** Bytes used and bytes there are in all. */
  readonly estimate: ShallowRef<{ readonly usage: number; readonly quota: number } | null>
  readonly wasRefused: Ref<boolean>
  readonly askPersist: () => Promise<void>
}

const NO_ANSWER_AFTER_MS = 3000

/** An answer, or `null` when none comes: some browsers never settle what needs a prompt. */
function answerOrNull<Answer>(asked: Promise<Answer>, afterMs = NO_ANSWER_AFTER_MS): Promise<Answer | null> {
  const silence = new Promise<null>((resolve) => {
    setTimeout(() => {
      resolve(null)
    }, afterMs)
  })
  return Promise.race([asked.catch(() => null), silence])
}

/** Asks the browser how it keeps this site's storage, and on demand to keep it for good. */
export function useDeviceStorage(): DeviceStorage {
  const storage: StorageManager | undefined = (navigator as Partial<Navigator>).storage
  const isPersisted = ref<boolean | null>(null)
  const estimate = shallowRef<{ readonly usage: number; readonly quota: number } | null>(null)
  const wasRefused = ref(false)

  async function look(): Promise<void> {
    if (storage === undefined) return
    isPersisted.value = await answerOrNull(storage.persisted())
    const told = await answerOrNull(storage.estimate())
    if (told?.usage !== undefined && told.quota !== undefined) {
      estimate.value = { usage: told.usage, quota: told.quota }
    }
  }
  void look()

  return {
    isPersisted,
    estimate,
    wasRefused,
    async askPersist() {
      if (storage === undefined) return
      const isGranted = await answerOrNull(storage.persist(), 60_000)
      wasRefused.value = isGranted !== true
      await look()
    },
  }
}
