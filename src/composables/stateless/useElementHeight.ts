import { useElementSize } from '@vueuse/core'
import type { Ref } from 'vue'

/** The height of an element in CSS pixels, borders included, kept up to date; 0 while it is not in the document. */
export function useElementHeight(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  return useElementSize(element, undefined, { box: 'border-box' }).height
}
