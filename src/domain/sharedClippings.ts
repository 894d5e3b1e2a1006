/** The cache in which the service worker leaves what another app has shared, until the import page takes it. */
export const SHARED_CLIPPINGS_CACHE = 'jianbao-shared'

/** Where other apps send what they share, relative to the app. The manifest names it; nothing is served there. */
export const SHARE_ADDRESS = 'share'

/** The fields of a share, as the manifest names them. */
export const SHARE_FIELDS = { title: 'title', text: 'text', url: 'url', files: 'files' } as const

/** The header that carries the name of a shared file, percent-encoded. A share without it is a text. */
export const SHARED_NAME_HEADER = 'x-jianbao-name'

/**
 * The title, the text and the address of a share as one text to be read as a page, in this order and each once.
 * Empty where nothing was shared but files.
 */
export function sharedText(title: string, text: string, url: string): string {
  const parts: string[] = []
  for (const part of [title.trim(), text.trim(), url.trim()]) {
    if (part !== '' && !parts.some((former) => former.includes(part))) parts.push(part)
  }
  return parts.join('\n')
}
