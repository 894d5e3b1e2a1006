import { readBibtex } from '../citations/readBibtex'
import { decodeStream } from './decodeStream'
import type { Reading } from './reading'
import { damageItems } from './readDelimited'
import type { ReadItem } from './readItem'
import { referenceArticle } from './referenceFields'
import { referenceRecords, type ReferenceList } from './referenceRecords'
import { rowArticle } from './rowArticle'

/** The articles of a list of RIS, EndNote or NoteExpress, record by record as it comes in. */
export async function* readReferences(
  file: string,
  list: ReferenceList,
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const text = decodeStream(chunks, reading.budget)
  for await (const record of referenceRecords(list, text.pieces)) {
    reading.budget.checkTime()
    yield* rowArticle(file, record.number, referenceArticle(list, record), reading.budget)
  }
  yield* damageItems(file, text.damaged())
}

/** The articles of a BibTeX file, which is held as a whole. What it has of the text is a summary, and doubtful. */
export async function* readBibtexFile(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const { budget } = reading
  const text = decodeStream(chunks, budget)
  let whole = ''
  for await (const piece of text.pieces) {
    whole += piece
    budget.checkWhole(whole.length, budget.limits.documentBytes)
  }
  for (const [at, row] of readBibtex(whole).entries()) {
    budget.checkTime()
    const isDigest = row['paragraphs'] !== undefined
    const value = isDigest ? { ...row, textKind: 'digest', doubtful: ['textKind'] } : row
    yield* rowArticle(file, at + 1, value, budget)
  }
  yield* damageItems(file, text.damaged())
}
