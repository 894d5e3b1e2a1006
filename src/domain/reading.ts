import { isRecord } from './fieldText'
import type { KeptRecord, RecordChange } from './keptRecord'

/** How far an article on the reading list was read, as the user says: to be read, begun, read. */
export const READING_STATES = ['unread', 'reading', 'read'] as const
export type ReadingState = (typeof READING_STATES)[number]

/** An article on the reading list. */
export interface Reading {
  readonly articleId: string
  readonly state: ReadingState
  /** Its title when that was said, which is shown when the article is gone; it may be empty. */
  readonly title: string
  /** When it was said, ISO 8601 in UTC. */
  readonly changedAt: string
}

/** What a record says of the reading of an article; `null` for one that was deleted, or that says nothing known. */
export function parseReading({ kind, about, content, changedAt }: KeptRecord): Reading | null {
  if (kind !== 'reading' || about === '' || !isRecord(content)) return null
  const { state: said, title } = content
  const state = READING_STATES.find((one) => one === said)
  if (state === undefined) return null
  return { articleId: about, state, title: typeof title === 'string' ? title : '', changedAt }
}

/** What puts an article on the reading list, moves it there, or takes it off (`null`). */
export function readingChange(articleId: string, title: string, state: ReadingState | null): RecordChange {
  const content = state === null ? null : { state, title }
  return { kind: 'reading', id: articleId, about: articleId, content }
}

/** The reading list, what was said last first. */
export function newestReadings(records: readonly KeptRecord[]): readonly Reading[] {
  const readings = records.flatMap((record) => parseReading(record) ?? [])
  return readings.sort(
    (one, other) => Number(one.changedAt < other.changedAt) - Number(one.changedAt > other.changedAt),
  )
}
