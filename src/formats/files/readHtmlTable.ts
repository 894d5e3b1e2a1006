import { decodeStream } from './decodeStream'
import { htmlTableRows } from './htmlTableRows'
import type { Reading } from './reading'
import { damageItems } from './readDelimited'
import type { ReadItem } from './readItem'
import { readTable } from './readTable'

/** The articles of a table in HTML that some programs export under the name of a workbook (`.xls`), as it comes in. */
export async function* readHtmlTable(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const text = decodeStream(chunks, reading.budget)
  yield* readTable(file, htmlTableRows(text.pieces, reading.budget.limits), reading)
  yield* damageItems(file, text.damaged())
}
