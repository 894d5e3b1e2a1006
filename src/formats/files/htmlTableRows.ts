import { trimmedLines } from './htmlCellText'
import { beginsLine, startHtmlText } from './htmlText'
import { ReadingFailure } from './readingFailure'
import type { ReadingLimits } from './readingLimits'
import type { TableRow } from './tableColumns'

/**
 * The rows of all tables in HTML as it comes in, counted from 1 through all of them; blocks in a cell are lines of its
 * text. Rows of a table inside a cell are rows too: tables that programs export have none.
 *
 * @throws ReadingFailure when a row never ends
 */
export async function* htmlTableRows(
  pieces: AsyncIterable<string>,
  limits: ReadingLimits,
): AsyncGenerator<TableRow> {
  let ready: TableRow[] = []
  let row = 0
  let cells: string[] | null = null
  let cell: string[] | null = null
  let length = 0
  const endCell = (): void => {
    if (cell !== null && cells !== null && cells.length < limits.columns)
      cells.push(trimmedLines(cell.join('')))
    cell = null
  }
  const endRow = (): void => {
    endCell()
    if (cells !== null) {
      row += 1
      ready.push({ row, cells })
    }
    cells = null
    length = 0
  }
  const take = startHtmlText({
    open: (name) => {
      if (name === 'tr') {
        endRow()
        cells = []
      } else if (name === 'td' || name === 'th') {
        endCell()
        cells ??= []
        cell = []
      } else if (beginsLine(name)) cell?.push('\n')
    },
    close: (name) => {
      if (name === 'tr' || name === 'table') endRow()
      else if (name === 'td' || name === 'th') endCell()
      else if (beginsLine(name)) cell?.push('\n')
    },
    text: (text) => {
      if (cell === null) return
      cell.push(text)
      length += text.length
      if (length > limits.rowCharacters) {
        throw new ReadingFailure('limit-reached', `row ${String(row + 1)} is too long; the rest is not read`)
      }
    },
  })
  for await (const piece of pieces) {
    take(piece, false)
    yield* ready
    ready = []
  }
  take('', true)
  endRow()
  yield* ready
}
