import { useResizeObserver } from '@vueuse/core'
import { shallowRef, watch, type Ref } from 'vue'

/**
 * The height of an element in CSS pixels, borders included, kept up to date; 0 while it is not in the document. It is
 * told by the browser after it has laid out the page, so asking for it never makes it lay out the page once more.
 */
export function useElementHeight(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const height = shallowRef(0)
  useResizeObserver(
    element,
    ([entry]) => {
      height.value = entry?.borderBoxSize[0]?.blockSize ?? 0
    },
    { box: 'border-box' },
  )
  watch(element, (shown) => {
    if (shown === null) height.value = 0
  })
  return height
}
