import { decodeStream } from './decodeStream'
import { delimitedRows } from './delimitedRows'
import type { Reading } from './reading'
import { problemItem, type ReadItem } from './readItem'
import { readTable } from './readTable'

/** The articles of a table in CSV or another delimited text, as it comes in. */
export async function* readDelimited(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const problems: ReadItem[] = []
  const text = decodeStream(chunks, reading.budget)
  const rows = delimitedRows(text.pieces, reading.budget.limits, (row, code, message) =>
    problems.push(problemItem(file, row, { code, message })),
  )
  for await (const item of readTable(file, rows, reading)) {
    yield item
    yield* problems.splice(0)
  }
  yield* problems
  yield* damageItems(file, text.damaged())
}

/** Says that characters could not be read, when there are any. */
export function* damageItems(file: string, damaged: number): Generator<ReadItem> {
  if (damaged === 0) return
  const message = `${String(damaged)} characters cannot be read in the encoding that was found; � stands in their place`
  yield problemItem(file, 0, { code: 'encoding-damaged', message })
}
