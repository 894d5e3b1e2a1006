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

/** The kinds of files that can be opened with the app, as MIME types with the endings of their names. */
export const READ_KINDS: Readonly<Record<string, string[]>> = {
  'text/plain': ['.txt', '.text'],
  'text/html': ['.html', '.htm', '.xhtml'],
  'multipart/related': ['.mht', '.mhtml'],
  'application/json': ['.json'],
  'application/jsonl': ['.jsonl', '.ndjson'],
  'text/csv': ['.csv'],
  'text/tab-separated-values': ['.tsv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/pdf': ['.pdf'],
  'application/x-research-info-systems': ['.ris'],
  'application/x-endnote-refer': ['.enw'],
  'application/zip': ['.zip'],
  'application/gzip': ['.gz'],
}
