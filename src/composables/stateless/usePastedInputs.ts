import { useEventListener } from '@vueuse/core'
import type { ClipInput } from '../../domain/clipping'
import { transferredInputs } from './useDroppedFiles'

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')
}

/**
 * Takes what is pasted anywhere on the page: a text with the markup beside it, or files. Where something is being
 * written, a text is pasted there; files are taken all the same.
 */
export function usePastedInputs(receive: (inputs: readonly ClipInput[]) => void): void {
  useEventListener(document, 'paste', (event) => {
    const { clipboardData } = event
    if (clipboardData === null || (isWriting(event.target) && clipboardData.files.length === 0)) return
    event.preventDefault()
    transferredInputs(clipboardData).then(
      (inputs) => {
        if (inputs.length > 0) receive(inputs)
      },
      () => undefined,
    )
  })
}
