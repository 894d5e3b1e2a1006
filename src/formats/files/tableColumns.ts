import type { ArticleField } from '../../domain/articleFields'
import { parsePosting } from '../../domain/partialDate'
import { claimsOfHeader, fieldOfHeader, JOINED_FIELDS, TABLE_FIELDS } from './tableFields'

/** One row of a table with its number as a person sees it, from 1. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** How a table is read. */
export interface TableHeader {
  /** How many of the rows given stand above the articles: the header, what is above it, and its second line. */
  readonly rows: number
  /** A name for each column, distinct and not blank. */
  readonly names: readonly string[]
  readonly fields: readonly (ArticleField | null)[]
  /** How many columns the header itself names. */
  readonly width: number
  /** Whether it is a table as Jianbao writes it, whose cells say exactly what the fields are. */
  readonly isOwn: boolean
}

/** Rows among which the header is looked for: some tables have a line with their own title above it. */
const HEADER_ROWS = 10

const FIELD_SET: ReadonlySet<string> = new Set(TABLE_FIELDS)

/** Values of a column in the first rows, without the blank ones. */
function samplesOf(rows: readonly TableRow[], column: number): readonly string[] {
  return rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => cell !== '')
}

/** Whether values only count the rows; a table's own counting is no id, since every table begins with 1. */
function isCounting(samples: readonly string[]): boolean {
  const first = Number(samples[0])
  return samples.length > 0 && first <= 1 && samples.every((sample, at) => Number(sample) === first + at)
}

/** Whether what a column holds speaks for or against reading it as a field; 0 is neither. */
function fitOf(field: ArticleField, samples: readonly string[], isOwn: boolean): number {
  if (samples.length === 0) return 0
  const share = (test: (sample: string) => boolean): number => samples.filter(test).length / samples.length
  switch (field) {
    case 'id':
      return !isOwn && isCounting(samples) ? -Infinity : 0
    case 'url':
      return share((sample) => /^https?:/i.test(sample)) > 0.5 ? 0 : -Infinity
    case 'publishedAt':
      // A name that may mean either (时间, 发表时间) is a posting when there are times.
      return share((sample) => parsePosting(sample) !== null) > 0.5 ? 1 : -1
    default:
      return 0
  }
}

/** Whether a table has the columns that only our own exports have; `names` are those of its columns. */
export function isOwnTable(names: readonly string[]): boolean {
  return (
    (names.includes('doubtful') && names.includes('replaces')) ||
    (names.includes('title') && names.includes('paragraphs'))
  )
}

/** Gives each column the field that its name means; of two columns that mean the same one the clearer name has it. */
function fieldsOf(
  names: readonly string[],
  header: readonly string[],
  rows: readonly TableRow[],
): readonly (ArticleField | null)[] {
  const isOwn = isOwnTable(names)
  const claims = names
    .flatMap((_, column) =>
      claimsOfHeader(header[column] ?? '').map(({ field, rank }) => ({
        column,
        field,
        rank: rank - 50 * fitOf(field, samplesOf(rows, column), isOwn),
      })),
    )
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.column - b.column)
  const fields: (ArticleField | null)[] = names.map(() => null)
  const best = new Map<string, number>()
  for (const { column, field, rank } of claims) {
    if (fields[column] !== null) continue
    const taken = best.get(field)
    // Columns that are joined have names of the same kind: 摘要 is no second 正文, 主题 is a second 关键词.
    const isFree =
      taken === undefined || (JOINED_FIELDS.has(field) && (field !== 'paragraphs' || rank === taken))
    if (!isFree) continue
    fields[column] = field
    best.set(field, Math.min(taken ?? rank, rank))
  }
  return fields
}

/** Fields as a person chose them; a field that there is not, or that another column has already, is none. */
function chosenFields(chosen: readonly (string | null)[], columns: number): readonly (ArticleField | null)[] {
  const used = new Set<string>()
  return Array.from({ length: columns }, (_, column) => {
    const field = chosen[column] ?? null
    if (field === null || !FIELD_SET.has(field) || (used.has(field) && !JOINED_FIELDS.has(field))) return null
    used.add(field)
    return field as ArticleField
  })
}

/** Names of columns, each once, and none of them blank. */
function distinctNames(cells: readonly string[], columns: number): readonly string[] {
  const used = new Set<string>()
  return Array.from({ length: columns }, (_, column) => {
    const given = cells[column]?.replaceAll(/\s+/g, ' ').trim().slice(0, 200) ?? ''
    const plain = given === '' ? `column ${String(column + 1)}` : given
    let name = plain
    for (let count = 2; used.has(name); count += 1) name = `${plain} (${String(count)})`
    used.add(name)
    return name
  })
}

function knownFields({ cells }: TableRow): readonly ArticleField[] {
  return cells.map(fieldOfHeader).filter((field) => field !== null)
}

/** The row with the names of the columns: the first that names a title and another field, else the first. */
function headerRow(rows: readonly TableRow[]): number {
  const found = rows.slice(0, HEADER_ROWS).findIndex((row) => {
    const fields = new Set(knownFields(row))
    return fields.has('title') && fields.size >= 2
  })
  return Math.max(0, found)
}

/** Whether the row below the header says the same once more, in another language. */
function isSecondHeader(row: TableRow | undefined, fields: readonly (ArticleField | null)[]): boolean {
  if (row === undefined) return false
  const filled = row.cells.filter((cell) => cell.trim() !== '').length
  const again = row.cells.filter((cell, column) => {
    const field = fields[column]
    return (
      field !== undefined && field !== null && claimsOfHeader(cell).some((claim) => claim.field === field)
    )
  }).length
  return again >= 2 && again * 2 >= filled
}

/**
 * Finds the header of a table and what its columns are read as.
 *
 * @param rows the first rows, at least {@link HEADER_ROWS} and some more where the table has them
 * @param chosen the fields of its columns as a person chose them
 */
export function findHeader(rows: readonly TableRow[], chosen?: readonly (string | null)[]): TableHeader {
  const at = headerRow(rows)
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const header = rows[at]?.cells ?? []
  const names = distinctNames(header, columns)
  const below = rows.slice(at + 1)
  const found = fieldsOf(names, header, below)
  const isTwice = isSecondHeader(rows[at + 1], found)
  const fields =
    chosen === undefined
      ? fieldsOf(names, header, isTwice ? below.slice(1) : below)
      : chosenFields(chosen, columns)
  const width = header.findLastIndex((cell) => cell.trim() !== '') + 1
  return { rows: at + (isTwice ? 2 : 1), names, fields, width, isOwn: isOwnTable(names) }
}

/** The first values of a column, clipped, as a person is shown them. */
export function shownSamples(rows: readonly TableRow[], column: number): readonly string[] {
  return samplesOf(rows, column)
    .slice(0, 3)
    .map((sample) => (sample.length > 60 ? `${sample.slice(0, 60)}…` : sample))
}
