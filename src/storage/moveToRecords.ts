import type { Transaction } from 'dexie'
import { hashText } from '../domain/hashText'
import type { KeptRecord } from '../domain/keptRecord'
import type { NoteContent } from '../domain/note'
import type { ScanContent } from '../domain/scanRecord'
import type { StoredAttachment } from './storedAttachment'
import type { StoredAmendment } from './amendmentStore'
import type { Deed } from '../domain/mending'

/** A note as version 3 of the database kept it. */
interface NumberedNote {
  readonly number: number
  readonly articleId: string
  readonly text: string
  readonly changedAt: string
}

/** What a deed changed as version 3 of the database kept it. */
interface DeedInOneRow {
  readonly entries: readonly { readonly id: string }[]
}

/** What is known to have been changed at no moment is older than everything else. */
const LONG_AGO = '1970-01-01T00:00:00.000Z'

/** An id for what had a number on one device only: another device's is another. */
function derivedId(...parts: readonly (string | number)[]): string {
  const text = JSON.stringify(parts)
  return [1, 2]
    .flatMap((seed) => hashText(text, seed))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
}

function noteRecord({ number, articleId, text, changedAt }: NumberedNote): KeptRecord<NoteContent> {
  const id = derivedId(number, articleId, text, changedAt)
  const content = { text, writtenAt: changedAt }
  return { kind: 'note', id, about: articleId, content, changedAt, changedBy: '' }
}

function scanRecord(id: string, { articleId, name, type, bytes }: StoredAttachment): KeptRecord<ScanContent> {
  const content = { name, type, bytes }
  return { kind: 'scan', id, about: articleId, content, changedAt: LONG_AGO, changedBy: '' }
}

/** The moment of the last deed on each article. */
async function lastDeeds(transaction: Transaction): Promise<ReadonlyMap<string, string>> {
  const moments = new Map<string, string>()
  const deeds = await transaction.table<Deed, number>('deeds').toArray()
  for (const { number, at } of deeds) {
    const stored = await transaction.table<DeedInOneRow, number>('deedEntries').get(number)
    for (const { id } of stored?.entries ?? []) moments.set(id, at)
  }
  return moments
}

/**
 * Brings a database of version 3 to version 4: notes are records under ids that travel, scans have such ids and records
 * too, and amendments say when they were made.
 */
export async function moveToRecords(transaction: Transaction): Promise<void> {
  const records = transaction.table<KeptRecord, [string, string]>('records')
  const notes = await transaction.table<NumberedNote, number>('notes').toArray()
  await records.bulkPut(notes.map(noteRecord))
  const scans: KeptRecord[] = []
  await transaction
    .table<StoredAttachment, number>('attachments')
    .toCollection()
    .modify((attachment: { -readonly [Field in keyof StoredAttachment]: StoredAttachment[Field] }) => {
      if (attachment.kind !== 'scan') return
      const { number, articleId, name, bytes } = attachment
      const id = derivedId(number, articleId, name, bytes)
      attachment.id = id
      scans.push(scanRecord(id, attachment))
    })
  await records.bulkPut(scans)
  const moments = await lastDeeds(transaction)
  await transaction
    .table<StoredAmendment, string>('amendments')
    .toCollection()
    .modify((amendment: { -readonly [Field in keyof StoredAmendment]: StoredAmendment[Field] }) => {
      amendment.changedAt = moments.get(amendment.articleId) ?? LONG_AGO
      amendment.changedBy = ''
    })
}
