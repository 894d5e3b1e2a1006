import type { CollectionProblem } from './articleConflicts'
import type { VisibleFile } from './visibleFiles'

export const STORED_INDEX_VERSION = 1

/** The search index as the store keeps it, with where the store has its articles. */
export interface StoredIndex {
  readonly version: typeof STORED_INDEX_VERSION
  readonly visible: readonly VisibleFile[]
  readonly ids: readonly string[]
  /** Keys in the store, in the order of `ids`. */
  readonly keys: Float64Array
  readonly shared: readonly (readonly [id: string, problems: readonly CollectionProblem[]])[]
  /** What the index gave; it checks itself when it is restored. */
  readonly index: unknown
}

/** A stored index that this version of the program wrote, as it was; `null` for anything else. */
export function parseStoredIndex(value: unknown): StoredIndex | null {
  if (typeof value !== 'object' || value === null) return null
  const { version, visible, ids, keys, shared } = value as Readonly<Record<string, unknown>>
  const isOurs =
    version === STORED_INDEX_VERSION &&
    Array.isArray(visible) &&
    Array.isArray(ids) &&
    keys instanceof Float64Array &&
    keys.length === ids.length &&
    Array.isArray(shared)
  return isOurs ? (value as StoredIndex) : null
}
