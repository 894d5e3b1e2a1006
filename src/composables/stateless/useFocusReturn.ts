import { watch, type ShallowRef } from 'vue'

/**
 * Gives the focus back to what opened a form, once that is closed and the focus would be nowhere: the control that had it
 * has gone with the form, or was put away for it. Whoever has gone on to something else keeps the focus there.
 *
 * @param isOpen whether the form is open
 * @param opener the control that opens it; `null` while it is not there
 */
export function useFocusReturn(
  isOpen: () => boolean,
  opener: Readonly<ShallowRef<HTMLElement | null>>,
): void {
  watch(
    isOpen,
    (isStillOpen) => {
      const { activeElement, body } = document
      if (!isStillOpen && (activeElement === null || activeElement === body)) opener.value?.focus()
    },
    { flush: 'post' },
  )
}
