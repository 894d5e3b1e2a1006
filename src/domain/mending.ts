import type { Attachment } from './attachment'
import type { ArticleQuery } from './articleQuery'
import type { Article } from './article'
import type { ArticleEdit } from './articleEdit'
import type { TextChange } from './clipping'
import type { FileContent } from './fileContent'

/** What a person has changed about an article. It lies above the collections, and outlives their updates. */
export interface Amendment {
  readonly articleId: string
  readonly edit: ArticleEdit
  readonly isDeleted: boolean
  /** Rises with every change of any amendment; never used twice. */
  readonly version: number
}

/** What is to be done with articles at once. */
export type ArticleChange =
  /** What is given is no longer doubtful. Where texts change and people do not, the places of their names follow. */
  | { readonly kind: 'edit'; readonly edit: ArticleEdit }
  | { readonly kind: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** Says that these fields are right; all doubtful ones without a list. */
  | { readonly kind: 'confirm'; readonly fields: readonly string[] | null }
  | { readonly kind: 'delete' }
  /** Takes back every correction: the article is again as its collection has it. */
  | { readonly kind: 'restore' }

/** Something a person did, as the log of changes shows it. */
export interface Deed {
  readonly number: number
  /** `merge`: a backup was restored; its articles are all things that it changed. */
  readonly kind: ArticleChange['kind'] | 'merge'
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly articles: number
  /** The title of the (first) article. */
  readonly title: string
  readonly isUndone: boolean
}

/** A note of the user's on an article. */
export interface Note {
  /** The id of its record. */
  readonly id: string
  readonly articleId: string
  readonly text: string
  /** When it was first written and last changed, ISO 8601 in UTC. */
  readonly writtenAt: string
  readonly changedAt: string
  /** The name of who changed it last; empty when none was given. */
  readonly changedBy: string
}

/** What is kept with an article beside its text. */
export interface ArticleBelongings {
  /** The article as its collection or batch has it, when the user has changed it; `null` when nothing was changed. */
  readonly unamended: Article | null
  /** What reading changed in the text of the original. */
  readonly changes: readonly TextChange[]
  /** Where it was read from; `null` for an article of a collection. */
  readonly source: { readonly file: string; readonly row: number; readonly batch: string } | null
  readonly notes: readonly Note[]
  readonly attachments: readonly Attachment[]
}

/** What the archive can do with articles that are in it. Everything fails with an ArchiveError; nothing is half done. */
export interface MendCalls {
  /**
   * Changes articles, as one deed that can be undone. Ids that the archive does not hold, and articles that it leaves as
   * they are, are passed over; deleted ones can only be restored. A deed that changes nothing has the number 0, and is not
   * in the log. A search tells the new state when this settles; of more than 2,000 articles a while later, which the status
   * tells of as of anything that is indexed.
   *
   * @param by the name of who does it
   */
  changeArticles(ids: readonly string[], change: ArticleChange, by?: string): Promise<Deed>
  /** What was done, newest first, at most `limit`. */
  deeds(limit: number): Promise<readonly Deed[]>
  /**
   * Takes a deed back: each of its articles is as before it, unless it was changed since. Gives how many were taken back.
   * A deed that `isUndone` is done again in the same way. Where every article was changed since, the deed stays as it is.
   */
  undoDeed(number: number): Promise<number>
  /** Ids of all results of a query, in their order: what “select all” selects. At most `limit`. */
  resultIds(query: ArticleQuery, limit: number): Promise<readonly string[]>
  /** Those of these articles that have a field which nobody has confirmed yet, in their order. */
  doubtfulAmong(ids: readonly string[]): Promise<readonly string[]>
  belongings(articleId: string): Promise<ArticleBelongings>
  /**
   * Writes a note (`id` null: a new one on each article that the archive holds); an empty text deletes it, and a text
   * brings back one that was deleted. Gives the notes of the first article. Fails with `edit-malformed` for more than
   * 100,000 characters.
   *
   * @param by the name of who writes it, or an empty text
   */
  saveNote(
    articleIds: readonly string[],
    id: string | null,
    text: string,
    by: string,
  ): Promise<readonly Note[]>
  /** Keeps a picture or PDF of the printed page with an article. Fails with `attachment-refused` for other kinds or more than 50 MB. */
  attach(articleId: string, name: string, file: FileContent): Promise<Attachment>
  attachmentContent(number: number): Promise<FileContent | null>
  /**
   * A page of a PDF that is attached, from 1, as a picture large enough to be read; `null` when it is gone. Fails with
   * `attachment-refused` when the document cannot be opened.
   */
  attachmentPage(
    number: number,
    page: number,
  ): Promise<{ readonly picture: FileContent; readonly pages: number } | null>
  /** Removes a picture or PDF of the printed page; an original goes only with its batch. */
  detach(number: number): Promise<void>
}
