import type { Article } from '../../domain/article'
import { fileNumberOf, type ArchiveStore } from '../../storage/archiveStore'
import { amendmentFor, type StoredAmendment } from '../../storage/amendmentStore'
import { runsOf } from '../articleRuns'
import { amendArticle } from './amendArticle'

/** An article where the store keeps it, as it is shown; `null` when it is deleted. */
export interface ShownArticle {
  readonly key: number
  readonly id: string
  readonly article: Article | null
}

/**
 * The gate through which everything goes that is shown or indexed: articles of the store as a person has amended them.
 * What amendments there are is read when first needed, and then only when {@link learn} tells of new ones.
 */
export class AmendedArticles {
  readonly #store: ArchiveStore
  #ids: Set<string> | null = null
  #loading: Promise<Set<string>> | null = null

  constructor(store: ArchiveStore) {
    this.#store = store
  }

  /** Takes note that these ids have amendments. */
  async learn(ids: Iterable<string>): Promise<void> {
    const known = await this.#known()
    for (const id of ids) known.add(id)
  }

  /** Whether any article may be amended. */
  async isAnyAmended(): Promise<boolean> {
    return (await this.#known()).size > 0
  }

  /** Those of the ids under which there are amendments. */
  async amendedAmong(ids: Iterable<string>): Promise<readonly string[]> {
    const known = await this.#known()
    return known.size === 0 ? [] : [...new Set(ids)].filter((id) => known.has(id))
  }

  /** The articles as they are shown, in this order; `null` for one that is deleted. */
  async amend(articles: readonly Article[]): Promise<readonly (Article | null)[]> {
    const find = await this.amendmentsFor(articles)
    return articles.map((article) => {
      const amendment = find(article)
      if (amendment === undefined) return article
      return amendment.isDeleted ? null : amendArticle(article, amendment.edit)
    })
  }

  /** Finds the amendment that holds for any of these articles. */
  async amendmentsFor(
    articles: readonly Pick<Article, 'id' | 'replaces'>[],
  ): Promise<(article: Pick<Article, 'id' | 'replaces'>) => StoredAmendment | undefined> {
    const ids = await this.amendedAmong(articles.flatMap(({ id, replaces }) => [id, ...replaces]))
    if (ids.length === 0) return () => undefined
    const amendments = await this.#store.amendments.withIds(ids)
    const found = new Map(ids.map((id, place) => [id, amendments[place]]))
    return (article) => amendmentFor(article, (id) => found.get(id))
  }

  /** What the store has at these keys, in their order, as it is shown. */
  async at(keys: readonly number[]): Promise<readonly ShownArticle[]> {
    const stored = await this.#stored(keys)
    const articles = await this.amend(stored.map(({ article }) => article))
    return stored.map(({ key, article }, place) => ({
      key,
      id: article.id,
      article: articles[place] ?? null,
    }))
  }

  async #stored(
    keys: readonly number[],
  ): Promise<readonly { readonly key: number; readonly article: Article }[]> {
    const [run, ...others] = runsOf(keys)
    if (run === undefined) return []
    // Articles that follow one another are read much faster.
    if (others.length === 0) {
      const wanted = new Set(keys)
      const rows = await this.#store.articlesOfFile(fileNumberOf(keys[0]!), run.first, run.count)
      return rows.filter(({ key }) => wanted.has(key))
    }
    const articles = await this.#store.articlesAt(keys)
    return keys.flatMap((key, place) => {
      const article = articles[place]
      return article === undefined ? [] : [{ key, article }]
    })
  }

  async #known(): Promise<Set<string>> {
    this.#loading ??= this.#store.amendments.ids().then((ids) => (this.#ids = new Set(ids)))
    try {
      return this.#ids ?? (await this.#loading)
    } catch (cause) {
      this.#loading = null
      throw cause
    }
  }
}
