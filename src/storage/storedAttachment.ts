import type { FileContent } from '../domain/fileContent'
import type { Attachment } from '../domain/attachment'

/**
 * A picture or PDF of the printed page of an article; or the page that articles of a batch were read from, which is kept
 * once for all of them: its `articleId` is empty, and their clippings name its number. It goes with its batch.
 */
export interface StoredAttachment extends Omit<Attachment, 'id'> {
  /** Only of a scan. */
  readonly id?: string
  readonly content: Blob | Uint8Array
  /** Only of an original: its batch. */
  readonly batch?: string
}

/** A stored attachment as it is told of, without its content. */
export function toAttachment({
  number,
  id = '',
  articleId,
  kind,
  name,
  type,
  bytes,
}: StoredAttachment): Attachment {
  return { number, id, articleId, kind, name, type, bytes }
}

/** The content of a stored attachment, of its type. */
export function toFileContent({ content, type }: StoredAttachment): FileContent {
  return content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>], { type })
}
