import { decodeText } from '../decodeText'
import { isBulkAction } from '../opensearch/bulkLines'
import { readJsonArray } from '../readJsonArray'
import { readJsonLines } from '../readJsonLines'
import { cslArticle, isCslEntry } from './cslFields'
import { cutSample, decodeStream, encodeUtf8 } from './decodeStream'
import type { OpenedFile } from './openedFile'
import type { Reading } from './reading'
import { problemItem, type ReadItem } from './readItem'
import { rowArticle } from './rowArticle'

/** The content in UTF-8: as it is, unless its head is in another encoding. */
async function inUtf8({ head, isWhole, chunks }: OpenedFile, reading: Reading) {
  const { encoding } = await decodeText(cutSample(head, isWhole))
  return encoding === 'utf-8' ? chunks : encodeUtf8(decodeStream(chunks, reading.budget).pieces)
}

/**
 * The articles of JSON or of JSON Lines, one after another as they come in. Entries of CSL-JSON are read as what they
 * are; lines that tell OpenSearch what to do are passed over.
 */
export async function* readJson(
  file: string,
  kind: 'json' | 'json-lines',
  opened: OpenedFile,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const content = await inUtf8(opened, reading)
  const rows = kind === 'json' ? readJsonArray(content) : readJsonLines(content)
  for await (const { row, value, problem } of rows) {
    reading.budget.checkTime()
    if (kind === 'json-lines' && isBulkAction(value)) continue
    const article = isCslEntry(value) ? cslArticle(value) : value
    if (problem === null) yield* rowArticle(file, row, article, reading.budget)
    else yield problemItem(file, row, problem)
  }
}
