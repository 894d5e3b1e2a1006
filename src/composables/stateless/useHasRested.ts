import { useTimeoutFn } from '@vueuse/core'
import { shallowRef, watch, type Ref, type WatchSource } from 'vue'

/** Whether something has not changed for a while: false with every change of it, true when none came for `afterMs`. */
export function useHasRested(source: WatchSource<unknown>, afterMs: number): Readonly<Ref<boolean>> {
  const hasRested = shallowRef(false)
  const { start } = useTimeoutFn(() => {
    hasRested.value = true
  }, afterMs)
  watch(source, () => {
    hasRested.value = false
    start()
  })
  return hasRested
}
