import { useTimeoutFn } from '@vueuse/core'
import { shallowRef, watch, type Ref, type WatchSource } from 'vue'

/** Whether none of some things has changed for a while: false with every change, true when none came for `afterMs`. */
export function useHasRested(
  sources: readonly WatchSource<unknown>[],
  afterMs: number,
): Readonly<Ref<boolean>> {
  const hasRested = shallowRef(false)
  const { start } = useTimeoutFn(() => {
    hasRested.value = true
  }, afterMs)
  watch([...sources], () => {
    hasRested.value = false
    start()
  })
  return hasRested
}
