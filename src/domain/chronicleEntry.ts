import type { PartialDate } from './article'
import { LONGEST_NAME, LONGEST_PARAGRAPH, LONGEST_TEXT_NOTE } from './articleLimits'
import { isRecord, toWellFormed } from './fieldText'
import type { KeptRecord } from './keptRecord'
import { isPartialDate } from './partialDate'

/** What a record of kind `entry` holds; it is about its project. */
export interface EntryContent {
  /** The day of the event; a month or a year where no more is known, `null` where nothing is. */
  readonly date: PartialDate | null
  /** What is printed for the day where the writer wants it otherwise (7月上旬, 7月1—3日); empty for the usual words. */
  readonly dateWords: string
  /** What is told, in the words of who writes the chronicle; empty while it is not written. */
  readonly text: string
  /** The cards that it rests on, in the order in which they are cited. */
  readonly cardIds: readonly string[]
  /** Whether the reports do not agree. */
  readonly isDisputed: boolean
  /** In what they differ (按语); printed in the note. */
  readonly remark: string
  /** Its place among the entries of the same day, rising. */
  readonly place: number
}

/** An entry (条目) of a 大事记. */
export interface ChronicleEntry extends EntryContent {
  readonly id: string
  readonly projectId: string
  readonly changedAt: string
  readonly changedBy: string
}

/** The most cards that one entry rests on. */
const MOST_EVIDENCE = 500

function text(value: unknown, longest: number): string {
  return typeof value === 'string' ? toWellFormed(value.slice(0, longest)) : ''
}

/** The entry that a record is; `null` for one that was deleted or holds something else. */
export function parseEntry(record: KeptRecord): ChronicleEntry | null {
  const { kind, id, about, content, changedAt, changedBy } = record
  if (kind !== 'entry' || !isRecord(content)) return null
  const { date, cardIds, place } = content
  const ids = Array.isArray(cardIds) ? cardIds.filter((one) => typeof one === 'string') : []
  return {
    id,
    projectId: about,
    changedAt,
    changedBy,
    date: typeof date === 'string' && isPartialDate(date) ? date : null,
    dateWords: text(content['dateWords'], LONGEST_NAME).trim(),
    text: text(content['text'], LONGEST_PARAGRAPH),
    cardIds: [...new Set(ids)].slice(0, MOST_EVIDENCE),
    isDisputed: content['isDisputed'] === true,
    remark: text(content['remark'], LONGEST_TEXT_NOTE),
    place: typeof place === 'number' && Number.isFinite(place) ? place : 0,
  }
}

/** What an entry's record is to hold. */
export function entryContent(entry: ChronicleEntry): EntryContent {
  const { date, dateWords, text: told, cardIds, isDisputed, remark, place } = entry
  return { date, dateWords, text: told, cardIds, isDisputed, remark, place }
}

/** An entry that is not written yet, resting on cards. */
export function newEntry(date: PartialDate | null, cardIds: readonly string[], place: number): EntryContent {
  return { date, dateWords: '', text: '', cardIds, isDisputed: false, remark: '', place }
}
