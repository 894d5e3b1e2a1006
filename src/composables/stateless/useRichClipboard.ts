/** A text in two forms: plain, and with markup. */
export interface RichText {
  readonly plain: string
  /** A fragment of HTML. */
  readonly html: string
}

/** Copies by a gesture of the old kind, which needs no permission and works on pages that came by plain HTTP. */
function copyByCommand({ plain, html }: RichText): boolean {
  let isTaken = false
  const take = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return
    event.clipboardData.setData('text/plain', plain)
    event.clipboardData.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    isTaken = true
  }
  document.addEventListener('copy', take, { capture: true })
  try {
    // Nothing else copies two forms without the clipboard's permission.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy') && isTaken
  } finally {
    document.removeEventListener('copy', take, { capture: true })
  }
}

/** Copies text in two forms, so that each program takes the one that it understands. */
export function useRichClipboard(): {
  /** Whether the text is on the clipboard now. To be called in the course of a gesture. */
  readonly copyRich: (text: RichText) => Promise<boolean>
} {
  return {
    async copyRich(text) {
      try {
        const item = new ClipboardItem({
          'text/plain': new Blob([text.plain], { type: 'text/plain' }),
          'text/html': new Blob([text.html], { type: 'text/html' }),
        })
        await navigator.clipboard.write([item])
        return true
      } catch {
        return copyByCommand(text)
      }
    },
  }
}
