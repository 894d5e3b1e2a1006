import { ArticleIndex } from '../search/articleIndex'
import { fileNumberOf, type ArchiveStore, type StoredArticle } from '../storage/archiveStore'
import { settleId, type CollectionProblem } from './articleConflicts'
import { parseStoredIndex, STORED_INDEX_VERSION, type StoredIndex } from './storedIndex'
import type { TimeSlices } from './timeSlices'
import { coverOf, type VisibleFile } from './visibleFiles'

/** Articles read from the store at once. */
const BATCH = 250

/** Who is told while the index is brought up to date. */
export interface IndexListener {
  /** Articles were put in, taken out or replaced. */
  onChange(): void
  onProgress(done: number, total: number): void
}

function rowsById(rows: readonly StoredArticle[]): ReadonlyMap<string, readonly StoredArticle[]> {
  const byId = new Map<string, StoredArticle[]>()
  for (const row of rows) {
    const same = byId.get(row.article.id)
    if (same === undefined) byId.set(row.article.id, [row])
    else same.push(row)
  }
  return byId
}

/**
 * Holds the search index and keeps it to what the collections show: of every visible article exactly one, with the key
 * under which the store has it. Calls that change it must not overlap, but for {@link ArticleIndex.rank}.
 */
export class IndexKeeper {
  #index = new ArticleIndex()
  /** Where the store has the article that is shown under an id. */
  #keys = new Map<string, number>()
  /** Ids that several visible files hold, with what is wrong about that. */
  #shared = new Map<string, readonly CollectionProblem[]>()
  #visible: readonly VisibleFile[] = []
  readonly #store: ArchiveStore
  readonly #startSlices: () => TimeSlices

  constructor(store: ArchiveStore, startSlices: () => TimeSlices) {
    this.#store = store
    this.#startSlices = startSlices
  }

  get index(): ArticleIndex {
    return this.#index
  }

  /** What the index holds now; see {@link coverOf}. */
  get cover(): string {
    return coverOf(this.#visible)
  }

  get visible(): readonly VisibleFile[] {
    return this.#visible
  }

  keyOf(id: string): number | undefined {
    return this.#keys.get(id)
  }

  /** What is wrong with a collection's articles because others hold the same ids. */
  problemsOf(collection: string): CollectionProblem['problem'][] {
    return [...this.#shared.values()]
      .flat()
      .filter((conflict) => conflict.collection === collection)
      .map(({ problem }) => problem)
  }

  /** Everything as plain data for the store. */
  snapshot(): StoredIndex {
    return {
      version: STORED_INDEX_VERSION,
      visible: this.#visible,
      ids: [...this.#keys.keys()],
      keys: Float64Array.from(this.#keys.values()),
      shared: [...this.#shared],
      index: this.#index.snapshot(),
    }
  }

  /** Takes over what {@link snapshot} gave; without effect and `false` when it is not ours, or of an older tokenizer. */
  restore(stored: unknown): boolean {
    const parsed = parseStoredIndex(stored)
    const index = parsed === null ? null : ArticleIndex.restore(parsed.index)
    if (parsed === null || index?.size !== parsed.ids.length) return false
    this.#index = index
    this.#keys = new Map(parsed.ids.map((id, place) => [id, parsed.keys[place]!]))
    this.#shared = new Map(parsed.shared)
    this.#visible = parsed.visible
    return true
  }

  /**
   * Puts in what has become visible and takes out what is no longer, in slices. When it fails half-way, the index stays
   * usable and the next call goes on.
   */
  async bringTo(visible: readonly VisibleFile[], listener: IndexListener): Promise<void> {
    if (coverOf(visible) === this.cover) {
      this.#visible = visible
      return
    }
    const before = new Map(this.#visible.map((file) => [file.number, file]))
    const after = new Map(visible.map((file) => [file.number, file]))
    const slices = this.#startSlices()
    const contested = new Set<string>()

    const fresh = visible.filter((file) => before.get(file.number)?.collection !== file.collection)
    const total = fresh.reduce((articles, file) => articles + file.articles, 0)
    let done = 0
    for (const file of fresh) {
      for (let place = 1; place <= file.articles; place += BATCH) {
        for (const row of await this.#store.articlesOfFile(file.number, place, BATCH)) {
          if (!this.#takeIn(row, file, after)) contested.add(row.article.id)
          await slices.breathe()
        }
        listener.onChange()
        listener.onProgress(done + Math.min(place + BATCH - 1, file.articles), total)
      }
      done += file.articles
    }

    const isReordered = this.#visible.some((file) => after.get(file.number)?.precedence !== file.precedence)
    if (isReordered) for (const id of this.#shared.keys()) contested.add(id)
    for (const [id, key] of this.#keys) if (!after.has(fileNumberOf(key))) contested.add(id)
    await this.#settle([...contested], after, slices, listener)
    this.#visible = visible
  }

  /** Shows an article; `false` when another visible one has its id, so that both have to be compared. */
  #takeIn(row: StoredArticle, file: VisibleFile, after: ReadonlyMap<number, VisibleFile>): boolean {
    const { id } = row.article
    const shown = this.#keys.get(id)
    if (shown !== undefined && shown !== row.key && after.has(fileNumberOf(shown))) return false
    this.#show(row, file)
    return true
  }

  #show({ key, article }: StoredArticle, file: VisibleFile): void {
    this.#index.add(article, file.collection)
    this.#keys.set(article.id, key)
  }

  /** Decides again what is shown under ids that several files hold, or whose file is no longer visible. */
  async #settle(
    ids: readonly string[],
    after: ReadonlyMap<number, VisibleFile>,
    slices: TimeSlices,
    listener: IndexListener,
  ): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH)
      const rows = rowsById(await this.#store.articlesWithIds(batch))
      for (const id of batch) {
        const settled = settleId(rows.get(id) ?? [], after)
        if (settled === null) {
          this.#index.remove(id)
          this.#keys.delete(id)
        } else if (this.#keys.get(id) !== settled.shown.key) {
          this.#show(settled.shown, settled.shown.file)
        }
        if (settled?.isShared) this.#shared.set(id, settled.problems)
        else this.#shared.delete(id)
        await slices.breathe()
      }
      listener.onChange()
    }
  }
}
