import type { TextChange } from '../../domain/clipping'
import { readPageText } from '../pages/readPage'
import type { RandomBytes } from './inputFile'
import { neededPart, type OfficePackage } from './officePackage'
import type { Reading } from './reading'
import type { OriginalPage, ReadItem } from './readItem'
import { pageItems } from './readPageFile'
import { readWordNotes, readWordText } from './wordText'

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

/** The articles of a document of Word, read as the text of a page. Footnotes are left out, and told as a change. */
export async function* readWordFile(
  file: string,
  office: OfficePackage,
  archive: RandomBytes,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const { budget } = reading
  const { documentBytes } = budget.limits
  const text = await readWordText(neededPart(office, office.main), documentBytes)
  budget.checkWhole(archive.size, documentBytes)
  const original: OriginalPage = {
    name: file,
    type: DOCUMENT_TYPE,
    bytes: await archive.slice(0, archive.size),
  }
  const dropped = await droppedNotes(office)
  for (const item of pageItems(file, await readPageText(text, null, file), original, budget)) {
    if (item.kind !== 'article' || dropped.length === 0) yield item
    else yield { ...item, read: { ...item.read, changes: [...item.read.changes, ...dropped] } }
  }
}
