import type { FileContent } from '../domain/fileContent'
import type { Attachment, Note } from '../domain/mending'

/**
 * What a person keeps with articles: notes, pictures of the printed page, and the pages that articles were read from.
 * They lie under the ids of their articles, whatever becomes of these. Each call is one transaction; it fails as those of
 * an ArchiveStore do.
 */
export interface BelongingsStore {
  /** The notes on articles with any of these ids, the oldest first. */
  notesOf(articleIds: readonly string[]): Promise<readonly Note[]>
  /** Writes a new note on each of these articles. */
  addNotes(articleIds: readonly string[], text: string, changedAt: string): Promise<void>
  /** Puts a note in the place of the one with its number; one that is gone is written again. */
  putNote(note: Note): Promise<void>
  /** Deletes a note; one that is not there is no error. */
  deleteNote(number: number): Promise<void>
  /** What is attached to articles with any of these ids, in the order in which it was. */
  attachmentsOf(articleIds: readonly string[]): Promise<readonly Attachment[]>
  /** An attachment, or an original that articles of a batch were read from; `null` when it is gone. */
  attachment(number: number): Promise<Attachment | null>
  /** Keeps a picture or PDF with an article. */
  addScan(scan: Omit<Attachment, 'number' | 'kind'>, content: FileContent): Promise<Attachment>
  /** Keeps a page that articles of a batch were read from, once for all of them; gives its number. It goes with its batch. */
  addOriginal(
    batch: string,
    original: Pick<Attachment, 'name' | 'type' | 'bytes'>,
    content: FileContent,
  ): Promise<number>
  /** The content of an attachment, of its type; `null` when it is gone. */
  contentOf(number: number): Promise<FileContent | null>
  /** Removes an attachment; one that is not there is no error. */
  deleteAttachment(number: number): Promise<void>
  /** The ids of all articles that have notes or pictures. */
  articleIds(): Promise<ReadonlySet<string>>
}
