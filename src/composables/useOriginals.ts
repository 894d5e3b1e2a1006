import type { ReadOriginal } from '../domain/shownOriginal'
import { useArchive } from './useArchive'

/** Gets originals of the archive, with what can be read of them. */
export function useOriginals(): { readonly readOriginal: ReadOriginal } {
  const { archive } = useArchive()
  return {
    async readOriginal({ number }) {
      const [content, text] = await Promise.all([
        archive.value.attachmentContent(number),
        archive.value.originalText(number),
      ])
      return { content, text }
    },
  }
}
