import type { KeptRecord, RecordChange, RecordKind } from './keptRecord'
import type { SavedSearchCalls } from './savedSearch'

/** What the archive does with what the user makes. Everything fails with an ArchiveError; nothing is half done. */
export interface KeepCalls extends SavedSearchCalls {
  /**
   * The records of a kind that are not deleted, by their ids.
   *
   * @param about only those about one of these; all of them for `null`
   */
  records(kind: RecordKind, about: readonly string[] | null): Promise<readonly KeptRecord[]>
  /**
   * Writes records, all or none: new ones, changed ones, and deleted ones, whose content is `null`. Gives what was there
   * before under their kinds and ids, in their order, so that it can be put back; `null` where there was none. Fails with
   * `edit-malformed` where a content is not plain JSON of a sensible size.
   *
   * @param by the name of who does it, or an empty text
   */
  saveRecords(changes: readonly RecordChange[], by: string): Promise<readonly (RecordChange | null)[]>
}
