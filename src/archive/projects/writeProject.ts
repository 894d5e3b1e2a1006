import { groupCards } from '../../domain/cardGroups'
import type { ProjectExport } from '../../domain/collecting'
import { chronicleDocument, compilationDocument } from '../../domain/projectDocument'
import { writeNotedDocx } from '../../formats/exports/writeNotedDocx'
import { writeNotedHtml } from '../../formats/exports/writeNotedHtml'
import { writeNotedMarkdown } from '../../formats/exports/writeNotedMarkdown'
import type { ProjectRecords } from './projectRecords'

/** A project as a file, in pieces: one of its works for reading, or all of its records as JSON Lines. */
export function writeProject(
  { project, cards, entries, records }: ProjectRecords,
  { work, format, style, wording }: ProjectExport,
): AsyncIterable<Uint8Array> | Iterable<string> {
  if (format === 'jsonl') return records.map((record) => `${JSON.stringify(record)}\n`)
  const document =
    work === 'chronicle'
      ? chronicleDocument(project, entries, new Map(cards.map((card) => [card.id, card])), style, wording)
      : compilationDocument(project, groupCards(cards, project.order, project.grouping), style, wording)
  switch (format) {
    case 'docx':
      return writeNotedDocx(document)
    case 'markdown':
      return writeNotedMarkdown(document)
    case 'html':
      return writeNotedHtml(document)
  }
}
