import type { FileContent } from '../domain/fileContent'
import type { Attachment } from '../domain/mending'
import type { StoredAttachment } from './archiveDatabase'

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
