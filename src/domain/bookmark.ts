import { isRecord } from './fieldText'
import type { KeptRecord, RecordChange } from './keptRecord'

/** An article that the user wants to find again. */
export interface Bookmark {
  readonly articleId: string
  /** Its title when it was marked, which is shown when the article is gone; it may be empty. */
  readonly title: string
  /** When it was marked, ISO 8601 in UTC. */
  readonly markedAt: string
}

/** The bookmark that a record is; `null` for one that was deleted or is of another kind. */
export function parseBookmark({ kind, about, content, changedAt }: KeptRecord): Bookmark | null {
  if (kind !== 'bookmark' || about === '' || !isRecord(content)) return null
  const { title } = content
  return { articleId: about, title: typeof title === 'string' ? title : '', markedAt: changedAt }
}

/** What sets a bookmark on an article, or takes it away. An article has one at most, on every device. */
export function bookmarkChange(articleId: string, title: string, isMarked: boolean): RecordChange {
  return { kind: 'bookmark', id: articleId, about: articleId, content: isMarked ? { title } : null }
}

/** Bookmarks, the one set last first. */
export function newestBookmarks(records: readonly KeptRecord[]): readonly Bookmark[] {
  const bookmarks = records.flatMap((record) => parseBookmark(record) ?? [])
  return bookmarks.sort(
    (one, other) => Number(one.markedAt < other.markedAt) - Number(one.markedAt > other.markedAt),
  )
}
