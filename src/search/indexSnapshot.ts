import { TOKENIZER_FINGERPRINT } from '../text/tokens'
import type { ArticleColumnsSnapshot } from './articleColumns'
import type { SearchedTextsSnapshot } from './searchedTexts'

export const SNAPSHOT_FORMAT = 'jianbao-index'
/** Raised whenever the shape of a snapshot or the meaning of anything in it changes. */
export const SNAPSHOT_VERSION = 4

/** The whole index as plain data that a structured clone carries: what ArticleIndex.restore takes. */
export interface IndexSnapshot {
  readonly format: typeof SNAPSHOT_FORMAT
  readonly version: number
  /** The tokenizer that made it; an index made by another one is not read. */
  readonly tokenizer: string
  readonly columns: ArticleColumnsSnapshot
  readonly texts: SearchedTextsSnapshot
  /** Whether the article of each ordinal is in `ranking` (1) or not (0). */
  readonly isRanked: Uint8Array
  /** The ranking's segments. */
  readonly ranking: readonly Uint8Array[]
}

type Shape = Readonly<Record<string, 'texts' | 'integers' | 'bytes'>>

const COLUMNS: Shape = {
  ids: 'texts',
  isLive: 'bytes',
  dayFirst: 'integers',
  dayLast: 'integers',
  dateLength: 'bytes',
  month: 'integers',
  eventFirst: 'integers',
  eventLast: 'integers',
  newspaper: 'integers',
  category: 'integers',
  collection: 'integers',
}
const NAMES: Shape = {
  newspapers: 'texts',
  categories: 'texts',
  collections: 'texts',
  pages: 'texts',
  people: 'texts',
  tags: 'texts',
  offices: 'texts',
}
const TEXTS: Shape = { texts: 'texts', titleEnd: 'integers', headEnd: 'integers', namesEnd: 'integers' }
const SLICES = ['page', 'person', 'tag', 'office']

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** Whether all columns are of their kind and, if `rows` is given, of that length. */
function hasShape(fields: Fields, shape: Shape, rows: number | null): boolean {
  return Object.entries(shape).every(([name, kind]) => {
    const column = fields[name]
    const isOfKind =
      kind === 'texts'
        ? Array.isArray(column) && column.every((text) => typeof text === 'string')
        : kind === 'bytes'
          ? column instanceof Uint8Array
          : column instanceof Int32Array
    return isOfKind && (rows === null || (column as { readonly length: number }).length === rows)
  })
}

function isSlices(value: unknown, rows: number): boolean {
  if (!isFields(value)) return false
  const { starts, values } = value
  return (
    starts instanceof Int32Array &&
    values instanceof Int32Array &&
    starts.length === rows + 1 &&
    starts[rows] === values.length
  )
}

/** A stored value as a snapshot of this program and this tokenizer; `null` when it is anything else, or damaged. */
export function parseIndexSnapshot(value: unknown): IndexSnapshot | null {
  if (!isFields(value)) return null
  const { columns, texts, ranking } = value
  if (!Array.isArray(ranking) || !ranking.every((segment) => segment instanceof Uint8Array)) return null
  if (value['format'] !== SNAPSHOT_FORMAT || value['version'] !== SNAPSHOT_VERSION) return null
  if (value['tokenizer'] !== TOKENIZER_FINGERPRINT) return null
  if (!isFields(columns) || !isFields(texts) || !Array.isArray(columns['ids'])) return null
  const rows = columns['ids'].length
  const isWhole =
    hasShape(columns, COLUMNS, rows) &&
    hasShape(columns, NAMES, null) &&
    hasShape(texts, TEXTS, rows) &&
    hasShape(value, { isRanked: 'bytes' }, rows) &&
    SLICES.every((name) => isSlices(columns[name], rows))
  return isWhole ? (value as unknown as IndexSnapshot) : null
}
