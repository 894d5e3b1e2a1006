import { shownNumber } from './numberForm'
import { ReadingFailure } from './readingFailure'
import type { ReadingLimits } from './readingLimits'
import type { RowReport } from './delimitedRows'
import type { TableRow } from './tableColumns'
import { unescapeText, type Workbook } from './workbookParts'
import { readXml } from './xmlText'

/** Characters of XML around a character of a cell's text, at the very most, before a row counts as endless. */
const MARKUP_FACTOR = 8

/** The column of a reference such as `AB12`, from 0; −1 when it has none. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

/** A cell that is being read. */
interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
}

function textOfCell({ type, style }: OpenCell, value: string, { texts, forms, epoch }: Workbook): string {
  switch (type) {
    case 's':
      return texts[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return unescapeText(value)
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value
    case 'e':
      return ''
    case 'd':
      return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')
    default:
      return value === '' ? '' : shownNumber(value, forms[style] ?? null, epoch)
  }
}

/**
 * The rows of a sheet as they come in, with the numbers that they have in the sheet. Of a formula the value that was
 * last computed is read; a cell with an error is blank. Cells beyond the limit of columns are left out and told, and so
 * is a row that is too long.
 *
 * @throws ReadingFailure when the sheet is damaged, or a row never ends
 */
export async function* sheetRows(
  content: AsyncIterable<Uint8Array>,
  workbook: Workbook,
  limits: ReadingLimits,
  report: RowReport,
): AsyncGenerator<TableRow> {
  let ready: TableRow[] = []
  let row = 0
  let cells: string[] = []
  let length = 0
  let beyond = 0
  let nextColumn = 0
  let cell: OpenCell | null = null
  let pieces: string[] = []
  let isValue = false
  let isPhonetic = false
  let sinceRow = 0
  const endCell = ({ column, ...rest }: OpenCell): void => {
    const text = textOfCell({ column, ...rest }, pieces.join(''), workbook)
    if (text === '') return
    if (column >= limits.columns) {
      beyond = Math.max(beyond, column + 1)
      return
    }
    while (cells.length < column) cells.push('')
    cells[column] = text
    length += text.length
  }
  const endRow = (): void => {
    if (beyond > 0) {
      const message = `expected at most ${String(limits.columns)} columns, found ${String(beyond)}; the first are read`
      report(row, 'document-damaged', message)
    }
    if (length > limits.rowCharacters) {
      report(
        row,
        'line-too-long',
        `longer than ${String(limits.rowCharacters)} characters; the row is left out`,
      )
    } else if (cells.length > 0) ready.push({ row, cells })
    sinceRow = 0
  }
  const pieceLengths = readXml(content, {
    open: (name, attributes) => {
      if (name === 'c') {
        const column = columnOf(attributes['r'] ?? '')
        cell = {
          column: column < 0 ? nextColumn : column,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
        }
        nextColumn = cell.column + 1
        pieces = []
      } else if (name === 'v' || name === 't') isValue = cell !== null && !isPhonetic
      else if (name === 'rPh') isPhonetic = true
      else if (name === 'row') {
        const told = Number(attributes['r'])
        row = Number.isSafeInteger(told) && told > 0 ? told : row + 1
        cells = []
        length = 0
        beyond = 0
        nextColumn = 0
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c' && cell !== null) {
        endCell(cell)
        cell = null
      } else if (name === 'row') endRow()
    },
    text: (text) => {
      if (isValue) pieces.push(text)
    },
  })
  try {
    for await (const characters of pieceLengths) {
      sinceRow += characters
      if (sinceRow > limits.rowCharacters * MARKUP_FACTOR) {
        throw new ReadingFailure(
          'limit-reached',
          `row ${String(row)} never ends; the rest of the sheet is not read`,
        )
      }
      yield* ready
      ready = []
    }
  } catch (cause) {
    yield* ready
    throw cause
  }
}
