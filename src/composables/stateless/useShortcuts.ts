import { useEventListener } from '@vueuse/core'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (target.matches('input, textarea, select') && !target.matches('[type="checkbox"], [type="radio"]')))
  )
}

/**
 * Single-key shortcuts for as long as the component lives. They rest while something is typed or composed, while a
 * dialog is open, when a modifier is held, and where the reader has switched single keys off. An action that answers `false` leaves the key to the browser.
 */
export function useShortcuts(actions: Readonly<Record<string, () => unknown>>): void {
  useEventListener('keydown', (event) => {
    const action = actions[event.key]
    if (action === undefined || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (document.querySelector('[role="dialog"]') !== null) return
    if (document.documentElement.dataset['shortcuts'] === 'off' && event.key.length === 1) return
    if (action() !== false) event.preventDefault()
  })
}
