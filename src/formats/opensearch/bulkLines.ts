import { hashContent } from '../hashContent'

/** The longest `_id` that OpenSearch takes, in bytes. */
const LONGEST_ID_BYTES = 512

/**
 * The two lines of an article in the body of `POST /INDEX/_bulk`: what to do, and the document, each with a line end
 * behind it. An id that is longer than OpenSearch takes is replaced by its hash there; the document keeps it.
 *
 * @param id the article's id
 * @param json the article as one line of JSON
 */
export function bulkLines(id: string, json: string): string {
  const bytes = new TextEncoder().encode(id)
  const name = bytes.length <= LONGEST_ID_BYTES ? id : `sha256-${hashContent(bytes)}`
  return `${JSON.stringify({ index: { _id: name } })}\n${json}\n`
}

/**
 * Whether a value of a file of lines is the first of the two of {@link bulkLines} (or of what other programs write for
 * `_bulk`), which holds no article.
 */
export function isBulkAction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  if (keys.length !== 1 || (keys[0] !== 'index' && keys[0] !== 'create')) return false
  const described: unknown = Object.values(value)[0]
  return (
    typeof described === 'object' &&
    described !== null &&
    Object.keys(described).every((key) => key.startsWith('_') || key === 'routing' || key === 'pipeline')
  )
}
