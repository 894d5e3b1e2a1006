import type { ArticleField } from '../../domain/articleFields'
import type { TableReading } from '../../domain/clipping'
import { isRecord } from '../../domain/fieldText'
import { cellText, indentedLines, isTagged, joinCutCells } from './cellText'
import type { Reading } from './reading'
import { problemItem, type ReadItem } from './readItem'
import { rowArticle } from './rowArticle'
import { serialDate } from './serialDate'
import { findHeader, shownSamples, type TableHeader, type TableRow } from './tableColumns'
import { isDigestHeader } from './tableFields'

/** Rows that are looked at before the first article is given. */
const HEAD_ROWS = 40

/** Fields that are more than a text, so that a cell may hold them as JSON. */
const STRUCTURED: ReadonlySet<ArticleField> = new Set<ArticleField>([
  ...([
    'paragraphs',
    'people',
    'dateline',
    'category',
    'places',
    'authors',
    'tags',
    'doubtful',
    'replaces',
  ] as const),
  'verified',
])
const DATES: ReadonlySet<ArticleField> = new Set<ArticleField>(['issueDate', 'publishedAt', 'eventDate'])

/** A cell with a list or an object in JSON, as our own tables have it; any other cell as it is. */
function structured(cell: string): unknown {
  if (!/^(?:\[.*\]|\{.*\})$/s.test(cell)) return cell
  try {
    return JSON.parse(cell) as unknown
  } catch {
    return cell
  }
}

/** Cells of several columns that are one field. */
function joined(field: ArticleField, cells: readonly unknown[]): unknown {
  if (cells.length === 1) return cells[0]
  const separator = field === 'paragraphs' ? '\n' : '；'
  return cells.map((cell) => (Array.isArray(cell) ? cell.join(separator) : String(cell))).join(separator)
}

/** Makes of a row's cells what an article is parsed from. */
async function rowReader({ names, fields, width, isOwn }: TableHeader) {
  const isDigest = fields.flatMap((field, column) =>
    field === 'paragraphs' ? [isDigestHeader(names[column] ?? '')] : [],
  )
  const hasOnlyDigests = isDigest.length > 0 && isDigest.every((one) => one) && !fields.includes('textKind')
  const { htmlCellText } = await import('./htmlCellText')
  const valueOf = (field: ArticleField, cell: string): unknown => {
    const text = cellText(cell)
    if (STRUCTURED.has(field)) {
      const value = structured(text.trim())
      if (typeof value !== 'string') return value
    }
    if (field === 'paragraphs' && !isOwn) return indentedLines(isTagged(text) ? htmlCellText(text) : text)
    return text
  }
  return (cells: readonly string[]): Readonly<Record<string, unknown>> => {
    const found = new Map<ArticleField, unknown[]>()
    const extra: [string, unknown][] = []
    const doubtful: ArticleField[] = []
    joinCutCells(cells, width).forEach((cell, column) => {
      if (cell.trim() === '') return
      const field = fields[column] ?? null
      if (field === null) {
        const name = names[column] ?? `column ${String(column + 1)}`
        const value = isOwn && name === 'extra' ? structured(cell) : null
        if (isRecord(value)) extra.push(...Object.entries(value))
        else extra.push([name, cellText(cell)])
        return
      }
      const serial = DATES.has(field) ? serialDate(cell.trim()) : null
      if (serial !== null) doubtful.push(field)
      found.set(field, [...(found.get(field) ?? []), serial ?? valueOf(field, cell)])
    })
    if (hasOnlyDigests) doubtful.push('textKind')
    const given = [...found].map(([field, values]) => [field, joined(field, values)] as const)
    return Object.fromEntries<unknown>([
      ...(hasOnlyDigests ? [['textKind', 'digest'] as const] : []),
      ...(doubtful.length > 0 ? [['doubtful', doubtful] as const] : []),
      ...given,
      ...(extra.length > 0 ? [['extra', Object.fromEntries(extra)] as const] : []),
    ])
  }
}

function hasTitle(fields: readonly (string | null)[]): boolean {
  return fields.includes('title')
}

/**
 * The articles of a table, row by row; blank rows are passed over. The header may stand below a title of the table and
 * may be there in two languages. A table none of whose columns is the title gives a problem and no article.
 *
 * @param file the name of the table
 */
export async function* readTable(
  file: string,
  rows: AsyncIterable<TableRow>,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const head: TableRow[] = []
  let header: TableHeader | null = null
  let read: Awaited<ReturnType<typeof rowReader>> | null = null
  let count = 0
  const tableOf = ({ names, fields }: TableHeader, below: readonly TableRow[]): TableReading => ({
    file,
    columns: names.map((name, column) => ({
      name,
      field: fields[column] ?? null,
      samples: shownSamples(below, column),
    })),
    rows: 0,
  })
  let table: TableReading | null = null
  const begin = async function* (): AsyncGenerator<ReadItem> {
    header = findHeader(head, reading.fields.get(file))
    const below = head.slice(header.rows)
    table = tableOf(header, below)
    yield { kind: 'table', table }
    if (!hasTitle(header.fields)) {
      const shown = header.names.slice(0, 20).join(', ')
      const message = `none of the columns is known as the title: ${shown}; name one of them 标题 or title, or choose the fields of the columns`
      yield problemItem(file, 0, { code: 'table-without-title', message })
      return
    }
    read = await rowReader(header)
    for (const { row, cells } of below) yield* one(row, cells)
  }
  const one = function* (row: number, cells: readonly string[]): Generator<ReadItem> {
    count += 1
    if (read !== null) yield* rowArticle(file, row, read(cells), reading.budget)
  }
  let failure: { readonly cause: unknown } | null = null
  try {
    for await (const next of rows) {
      reading.budget.checkTime()
      if (next.cells.every((cell) => cell.trim() === '')) continue
      if (header === null) {
        head.push(next)
        if (head.length < HEAD_ROWS) continue
        yield* begin()
        if (read === null) return
      } else yield* one(next.row, next.cells)
    }
  } catch (cause) {
    // The rows that came before it are still to be read.
    failure = { cause }
  }
  if (header === null && head.length > 0) yield* begin()
  if (failure === null && (header === null || (read !== null && count === 0))) {
    yield problemItem(file, 0, { code: 'no-article', message: 'the table has no rows' })
  }
  if (table !== null && read !== null)
    yield { kind: 'table', table: { ...(table as TableReading), rows: count } }
  if (failure !== null) throw failure.cause
}
