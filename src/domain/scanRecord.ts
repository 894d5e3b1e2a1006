import { isRecord } from './fieldText'
import type { KeptRecord } from './keptRecord'

/**
 * What a record of kind `scan` holds; it is about the article, and its id names the picture's content. A scan is there
 * while its record is: the content alone is nothing.
 */
export interface ScanContent {
  readonly name: string
  /** MIME type, one of those that are shown. */
  readonly type: string
  readonly bytes: number
}

/** What a record says of a scan; `null` for one that was deleted or holds something else. */
export function parseScan({ kind, content }: KeptRecord): ScanContent | null {
  if (kind !== 'scan' || !isRecord(content)) return null
  const { name, type, bytes } = content
  if (typeof name !== 'string' || typeof type !== 'string') return null
  if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 0) return null
  return { name, type, bytes }
}
