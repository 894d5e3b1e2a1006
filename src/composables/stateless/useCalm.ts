import { useTimeoutFn } from '@vueuse/core'
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/** A value that skips over rapid changes. */
export interface Calm<Value> {
  readonly calm: Readonly<Ref<Value>>
  /** Whether the newest value is still held back. */
  readonly isWaiting: Readonly<Ref<boolean>>
}

/**
 * Follows a value: at once, but where changes come faster than `pauseMs` one after the other and `mayWait` says so, only
 * when none came for so long.
 *
 * @param mayWait of the new value and the one that is followed to
 */
export function useCalm<Value>(
  value: Readonly<Ref<Value>>,
  pauseMs: number,
  mayWait: (next: Value, shown: Value) => boolean,
): Calm<Value> {
  const calm: ShallowRef<Value> = shallowRef(value.value)
  const isWaiting = shallowRef(false)
  let changed = -Infinity
  const { start, stop } = useTimeoutFn(
    () => {
      isWaiting.value = false
      calm.value = value.value
    },
    pauseMs,
    { immediate: false },
  )
  watch(
    () => value.value,
    (next) => {
      const now = performance.now()
      const isRapid = now - changed < pauseMs
      changed = now
      isWaiting.value = isRapid && mayWait(next, calm.value)
      if (isWaiting.value) {
        start()
      } else {
        stop()
        calm.value = next
      }
    },
    { flush: 'sync' },
  )
  return { calm, isWaiting }
}
