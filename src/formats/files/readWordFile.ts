import type { TextChange } from '../../domain/clipping'
import { documentOf } from '../pages/documentText'
import { readDocument } from '../pages/readPage'
import type { RandomBytes } from './inputFile'
import { neededPart, type OfficePackage } from './officePackage'
import type { Reading } from './reading'
import type { OriginalPage, ReadItem } from './readItem'
import { pageItems } from './readPageFile'
import { wordHeadings } from './wordHeadings'
import { NO_STYLES, readWordStyles, type WordStyles } from './wordStyles'
import { readWordLines, readWordNotes } from './wordText'

const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Footnotes and endnotes, which are left out of the text, as a change that a person can check. */
async function droppedNotes(office: OfficePackage): Promise<readonly TextChange[]> {
  const notes: string[] = []
  for (const { kind, path } of await office.relations(office.main)) {
    if (kind !== 'footnotes' && kind !== 'endnotes') continue
    const content = office.part(path)
    if (content !== null) notes.push(...(await readWordNotes(content)))
  }
  const [first] = notes
  return first === undefined
    ? []
    : [{ kind: 'furniture-dropped', count: notes.length, quote: first.slice(0, 60) }]
}

/** The styles of a document; none where they cannot be read, since its text can do without. */
async function stylesOf(office: OfficePackage): Promise<WordStyles> {
  const relation = (await office.relations(office.main)).find(({ kind }) => kind === 'styles')
  const content = relation === undefined ? null : office.part(relation.path)
  return content === null ? NO_STYLES : readWordStyles(content).catch(() => NO_STYLES)
}

/** The articles of a document of Word, read as the text of a page. Footnotes are left out, and told as a change. */
export async function* readWordFile(
  file: string,
  office: OfficePackage,
  archive: RandomBytes,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const { budget } = reading
  const { documentBytes } = budget.limits
  const lines = await readWordLines(neededPart(office, office.main), documentBytes)
  const document = documentOf(wordHeadings(lines, await stylesOf(office)))
  budget.checkWhole(archive.size, documentBytes)
  const original: OriginalPage = {
    name: file,
    type: DOCUMENT_TYPE,
    bytes: await archive.slice(0, archive.size),
  }
  const dropped = await droppedNotes(office)
  for (const item of pageItems(file, await readDocument(document, file), original, budget)) {
    if (item.kind !== 'article' || dropped.length === 0) yield item
    else yield { ...item, read: { ...item.read, changes: [...item.read.changes, ...dropped] } }
  }
}
