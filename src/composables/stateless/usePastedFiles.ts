import { useEventListener } from '@vueuse/core'

/** Takes files that are pasted anywhere on the page but where something is being written. */
export function usePastedFiles(receive: (files: readonly File[]) => void): void {
  useEventListener(document, 'paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (
      files.length === 0 ||
      (event.target instanceof HTMLElement && event.target.matches('input, textarea'))
    )
      return
    event.preventDefault()
    receive(files)
  })
}
