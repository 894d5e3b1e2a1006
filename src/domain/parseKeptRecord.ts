import { isRecord, toWellFormed } from './fieldText'
import { RECORD_KINDS, type KeptRecord } from './keptRecord'
import { copyPlainJson } from './plainJson'

/** The longest id, in UTF-16 units. */
const LONGEST_ID = 1000
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Whether a text is a moment as records have it: ISO 8601 in UTC with milliseconds, of a day that there is. */
export function isMoment(text: string): boolean {
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text))
}

/** A record from a file; `null` when it is none. What its content has to be, its own room says. */
export function parseKeptRecord(value: unknown): KeptRecord | null {
  if (!isRecord(value)) return null
  const { kind, id, about, changedAt, changedBy } = value
  const known = RECORD_KINDS.find((one) => one === kind)
  if (known === undefined || typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return null
  if (typeof about !== 'string' || about.length > LONGEST_ID || typeof changedBy !== 'string') return null
  if (typeof changedAt !== 'string' || !isMoment(changedAt)) return null
  const content = copyPlainJson(value['content'])
  if (content === undefined) return null
  return {
    kind: known,
    id: toWellFormed(id),
    about: toWellFormed(about),
    content,
    changedAt,
    changedBy: toWellFormed(changedBy),
  }
}
