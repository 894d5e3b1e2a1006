import { useClipboard as useBrowserClipboard } from '@vueuse/core'
import type { Ref } from 'vue'

/** Copies text, and says for a moment that it was copied; works without the clipboard permission too. */
export function useClipboard(): {
  readonly isCopied: Readonly<Ref<boolean>>
  readonly copy: (text: string) => Promise<void>
} {
  const { copied, copy } = useBrowserClipboard({ legacy: true })
  return { isCopied: copied, copy }
}
