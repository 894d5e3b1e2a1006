import { useEventListener } from '@vueuse/core'

/** Calls `leave` when the browser goes back or forward, so that what lies over the page does not stay there. */
export function useBackButton(leave: () => void): void {
  useEventListener(window, 'popstate', leave)
}
