import type { Article } from '../domain/article'
import type { ArchiveStore } from '../storage/archiveStore'
import { settleId } from './articleConflicts'
import { rowsById } from './idSettlement'
import type { IndexKeeper } from './indexKeeper'
import { visibleFiles, type VisibleFile } from './visibleFiles'

/** An article that is held: its id, and where the store has it as far as the index knows, or 0. */
export interface HeldPlace {
  readonly id: string
  readonly key: number
}

/** An article that is held, and where. */
export interface HeldArticle {
  readonly key: number
  readonly article: Article
}

/** Finds articles of collections and batches by their ids, as these have them. */
export class HeldArticles {
  readonly #store: ArchiveStore
  readonly #keeper: IndexKeeper

  constructor(store: ArchiveStore, keeper: IndexKeeper) {
    this.#store = store
    this.#keeper = keeper
  }

  /** Where the articles with these ids are, as the index knows now. */
  placesOf(ids: readonly string[]): readonly HeldPlace[] {
    return ids.map((id) => ({ id, key: this.#keeper.keyOf(id) ?? 0 }))
  }

  /** The articles with these ids, in this order; `null` for one that nothing visible has. */
  async withIds(ids: readonly string[]): Promise<readonly (HeldArticle | null)[]> {
    return this.#find(this.placesOf(ids))
  }

  /** The same for places that were found before. */
  async at(wanted: readonly HeldPlace[]): Promise<readonly (Article | null)[]> {
    return (await this.#find(wanted)).map((held) => held?.article ?? null)
  }

  async #find(wanted: readonly HeldPlace[]): Promise<readonly (HeldArticle | null)[]> {
    const stored = await this.#store.articlesAt(wanted.map(({ key }) => key))
    const isThere = (place: number): boolean => stored[place]?.id === wanted[place]?.id
    const others = await this.#findById(wanted.filter((_one, place) => !isThere(place)).map(({ id }) => id))
    return wanted.map(({ id, key }, place) => {
      const article = stored[place]
      return article !== undefined && isThere(place) ? { key, article } : (others.get(id) ?? null)
    })
  }

  /** Articles that are not in the index, or that another tab has moved to a new file. */
  async #findById(ids: readonly string[]): Promise<ReadonlyMap<string, HeldArticle>> {
    if (ids.length === 0) return new Map()
    const rows = await this.#store.articlesWithIds(ids)
    if (rows.length === 0) return new Map()
    const known = byNumber(this.#keeper.visible)
    const now = byNumber(visibleFiles(await this.#store.collections(), await this.#store.files()))
    const byId = rowsById(rows)
    return new Map(
      ids.flatMap((id) => {
        const same = byId.get(id) ?? []
        const shown = (settleId(same, known) ?? settleId(same, now))?.shown
        return shown === undefined ? [] : [[id, { key: shown.key, article: shown.article }] as const]
      }),
    )
  }
}

function byNumber(files: readonly VisibleFile[]): ReadonlyMap<number, VisibleFile> {
  return new Map(files.map((file) => [file.number, file]))
}
