import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

/** What the browser says of its storage for this site; `null` where it says nothing. */
export interface DeviceStorage {
  readonly isPersisted: Ref<boolean | null>
  /** Bytes used, the search index and what is kept for offline use among them, and bytes that are left. */
  readonly estimate: ShallowRef<{ readonly usage: number; readonly left: number } | null>
  readonly wasRefused: Ref<boolean>
  /** Asks again how much is used. */
  readonly look: () => Promise<void>
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
  const estimate: DeviceStorage['estimate'] = shallowRef(null)
  const wasRefused = ref(false)

  async function look(): Promise<void> {
    if (storage === undefined) return
    isPersisted.value = await answerOrNull(storage.persisted())
    const told = await answerOrNull(storage.estimate())
    if (told?.usage !== undefined && told.quota !== undefined) {
      // The quota counts what is used already.
      estimate.value = { usage: told.usage, left: Math.max(0, told.quota - told.usage) }
    }
  }
  void look()

  return {
    isPersisted,
    estimate,
    wasRefused,
    look,
    async askPersist() {
      if (storage === undefined) return
      const isGranted = await answerOrNull(storage.persist(), 60_000)
      wasRefused.value = isGranted !== true
      await look()
    },
  }
}
