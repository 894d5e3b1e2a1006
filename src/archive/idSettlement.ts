import type { RowSet } from '../search/parts/indexPart'
import { fileNumberOf, type ArchiveStore, type StoredArticle } from '../storage/archiveStore'
import { settleId, type SettledId } from './articleConflicts'
import type { RowKeys } from './articleRuns'
import type { PartShelf } from './partShelf'
import { addRow, noRows } from './rowSets'
import { SharedIds } from './sharedIds'
import type { TimeSlices } from './timeSlices'
import type { VisibleFile } from './visibleFiles'

/** Articles looked up by their id at once. */
const BATCH = 250

/** The visible files by their numbers. */
export type FilesByNumber = ReadonlyMap<number, VisibleFile>

/** Which of some new articles are put in, and which go for them. */
export interface Contention {
  /** The rows that another article goes before. */
  readonly lost: RowSet
  /** Ordinals of the articles that those which are put in go before. */
  readonly replaced: readonly number[]
}

/** Decides which of the articles with one id is in the index, and keeps what it has decided. */
export class IdSettlement {
  shared = new SharedIds()
  readonly #store: ArchiveStore
  readonly #shelf: PartShelf

  constructor(store: ArchiveStore, shelf: PartShelf) {
    this.#store = store
    this.#shelf = shelf
  }

  /** Decides again about all ids that were shared: which files are visible, or which goes first, has changed. */
  async settleAgain(visible: FilesByNumber): Promise<void> {
    const ids = this.shared.entries().map(([id]) => id)
    await this.#settle(ids, visible)
  }

  /**
   * Decides which of some articles, by row, are put in: their ids may be those of others, or of one another.
   *
   * @param keys where the store has them
   */
  async contend(
    ids: Iterable<string>,
    keys: RowKeys,
    visible: FilesByNumber,
    slices: TimeSlices,
  ): Promise<Contention> {
    const { index } = this.#shelf
    const rows: string[] = []
    const found = new Map<string, number>()
    const contested = new Set<string>()
    const seen = new Set<string>()
    for (const id of ids) {
      const ordinal = index.size === 0 ? -1 : index.ordinalOf(id)
      if (ordinal >= 0) found.set(id, ordinal)
      const shown = ordinal < 0 ? null : this.#shelf.keyOf(ordinal)
      // One that is indexed anew is no other article.
      const isAnother =
        shown !== null && shown !== keys.keyOf(rows.length) && visible.has(fileNumberOf(shown))
      if (isAnother || seen.has(id) || this.shared.has(id)) contested.add(id)
      seen.add(id)
      rows.push(id)
      await slices.breathe()
    }
    const settled = await this.#settle([...contested], visible)
    const lost = noRows(rows.length)
    const replaced: number[] = []
    rows.forEach((id, row) => {
      const shown = settled.get(id)?.shown.key
      const ordinal = found.get(id)
      if (shown !== undefined && shown !== keys.keyOf(row)) addRow(lost, row)
      else if (ordinal !== undefined) replaced.push(ordinal)
    })
    return { lost, replaced }
  }

  async #settle(
    ids: readonly string[],
    visible: FilesByNumber,
  ): Promise<ReadonlyMap<string, SettledId | null>> {
    const settled = new Map<string, SettledId | null>()
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH)
      const rows = rowsById(await this.#store.articlesWithIds(batch))
      for (const id of batch) settled.set(id, settleId(rows.get(id) ?? [], visible))
    }
    for (const [id, decision] of settled) this.shared.set(id, decision)
    return settled
  }
}

/** Stored articles by their ids. */
export function rowsById(rows: readonly StoredArticle[]): ReadonlyMap<string, readonly StoredArticle[]> {
  const byId = new Map<string, StoredArticle[]>()
  for (const row of rows) {
    const same = byId.get(row.article.id)
    if (same === undefined) byId.set(row.article.id, [row])
    else same.push(row)
  }
  return byId
}
