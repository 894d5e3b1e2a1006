import { useMediaQuery } from '@vueuse/core'
import type { Ref } from 'vue'

/** How many regions the screen has room for. The same widths stand in the style sheets. */
export function useScreen(): {
  /** Filters, results and the article side by side. */
  readonly isWide: Ref<boolean>
  /** One region at a time. */
  readonly isPhone: Ref<boolean>
} {
  return { isWide: useMediaQuery('(min-width: 1280px)'), isPhone: useMediaQuery('(max-width: 719px)') }
}
