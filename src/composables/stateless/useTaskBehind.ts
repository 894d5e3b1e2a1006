import { shallowRef, watch, type Ref } from 'vue'

/**
 * Follows a value one task later. What is drawn from it leaves room, after what is drawn at once, for a key or a tap;
 * of values that come in quick succession only the newest is drawn.
 */
export function useTaskBehind<Value>(source: Readonly<Ref<Value>>): Readonly<Ref<Value>> {
  const behind = shallowRef(source.value)
  let isDue = false
  watch(
    source,
    () => {
      if (isDue) return
      isDue = true
      setTimeout(() => {
        isDue = false
        behind.value = source.value
      })
    },
    { flush: 'sync' },
  )
  return behind
}
