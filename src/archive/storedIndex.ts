import type { KeptRecord } from '../domain/keptRecord'
import type { ArticleRun } from './articleRuns'
import type { HiddenRows } from './identity/indexDecisions'
import type { DeletedRow } from './mending/amendedRows'
import type { SharedId } from './sharedIds'
import type { VisibleFile } from './visibleFiles'

export const STORED_INDEX_VERSION = 2

/** A part of the search index as the store keeps it: the names of its two files, and what its rows are. */
export interface StoredPart {
  readonly name: string
  readonly texts: string
  /** Whether its index file was fetched, as the collection's publisher made it. */
  readonly isPublished: boolean
  readonly rows: number
  /** The places of stored files that its rows are, in their order. */
  readonly runs: readonly ArticleRun[]
  /** The rows that are not shown, one bit each; `null` when all are. */
  readonly removed: Uint8Array | null
}

/**
 * The state of the search index as the store keeps it. What is shown and is in no live row of a part, nor hidden behind
 * another article with its id, is indexed at the next start.
 */
export interface StoredIndex {
  readonly version: typeof STORED_INDEX_VERSION
  readonly visible: readonly VisibleFile[]
  readonly parts: readonly StoredPart[]
  readonly shared: readonly (readonly [id: string, shared: SharedId])[]
  /** The greatest version of an amendment that is in the parts. */
  readonly amended: number
  /** Articles that are in no part because they are deleted. */
  readonly deleted: readonly DeletedRow[]
  /** The decisions about names by which the parts are made. */
  readonly decided: readonly KeptRecord[]
  /** Whom the parts lack by these. */
  readonly hidden: HiddenRows
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function isRun(value: unknown): value is ArticleRun {
  return isFields(value) && isCount(value['file']) && isCount(value['first']) && isCount(value['count'])
}

function isVisibleFile(value: unknown): value is VisibleFile {
  return isFields(value) && isCount(value['number']) && typeof value['collection'] === 'string'
}

function isShared(value: unknown): value is StoredIndex['shared'][number] {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !isFields(value[1])) return false
  const { hidden, problems } = value[1]
  return Array.isArray(hidden) && hidden.every(isCount) && Array.isArray(problems)
}

function isDeletedRow(value: unknown): value is DeletedRow {
  return Array.isArray(value) && isCount(value[0]) && typeof value[1] === 'string'
}

function isPart(value: unknown): value is StoredPart {
  if (!isFields(value)) return false
  const { name, texts, isPublished, rows, runs, removed } = value
  return (
    typeof name === 'string' &&
    typeof texts === 'string' &&
    typeof isPublished === 'boolean' &&
    isCount(rows) &&
    Array.isArray(runs) &&
    runs.every(isRun) &&
    runs.reduce((sum, run: ArticleRun) => sum + run.count, 0) === rows &&
    (removed === null || (removed instanceof Uint8Array && removed.length * 8 >= rows))
  )
}

function isHidden(value: unknown): value is HiddenRows[number] {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && Array.isArray(value[1]) && value[1].every(isCount)
  )
}

/** A stored state that this version of the program wrote, or one that wrote nothing of amendments or decisions; `null` for anything else. */
export function parseStoredIndex(value: unknown): StoredIndex | null {
  if (!isFields(value)) return null
  const { version, visible, parts, shared, amended = 0, deleted = [], decided = [], hidden = [] } = value
  const isOurs =
    version === STORED_INDEX_VERSION &&
    Array.isArray(visible) &&
    visible.every(isVisibleFile) &&
    Array.isArray(parts) &&
    parts.every(isPart) &&
    Array.isArray(shared) &&
    shared.every(isShared) &&
    isCount(amended) &&
    Array.isArray(deleted) &&
    deleted.every(isDeletedRow) &&
    Array.isArray(decided) &&
    decided.every(isFields) &&
    Array.isArray(hidden) &&
    hidden.every(isHidden)
  return isOurs ? ({ ...value, amended, deleted, decided, hidden } as unknown as StoredIndex) : null
}
