import { isRecord } from './fieldText'
import type { KeptRecord } from './keptRecord'
import type { Note } from './mending'

/** What a record of kind `note` holds; it is about the article. */
export interface NoteContent {
  readonly text: string
  /** When it was first written, ISO 8601 in UTC: notes stand in this order. */
  readonly writtenAt: string
}

/** The note that a record is; `null` for one that was deleted or holds something else. */
export function parseNote({ kind, id, about, content, changedAt, changedBy }: KeptRecord): Note | null {
  if (kind !== 'note' || !isRecord(content)) return null
  const { text, writtenAt } = content
  if (typeof text !== 'string' || text === '') return null
  const written = typeof writtenAt === 'string' ? writtenAt : changedAt
  return { id, articleId: about, text, writtenAt: written, changedAt, changedBy }
}

/** Notes in the order in which they were written. */
export function inOrderOfWriting(notes: readonly Note[]): readonly Note[] {
  return [...notes].sort((one, other) =>
    one.writtenAt === other.writtenAt
      ? one.id < other.id
        ? -1
        : 1
      : one.writtenAt < other.writtenAt
        ? -1
        : 1,
  )
}
