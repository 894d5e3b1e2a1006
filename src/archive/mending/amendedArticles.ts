import type { Article } from '../../domain/article'
import { fileNumberOf, type ArchiveStore } from '../../storage/archiveStore'
import { amendmentFor, type StoredAmendment } from '../../storage/amendmentStore'
import { runsOf } from '../articleRuns'
import { DecidedArticles } from '../identity/decidedArticles'
import { loadOnce } from '../loadOnce'

/** Amendments that are held in memory; each is a few hundred bytes, since those of whole texts are not. */
const MOST_HELD = 50_000

/** What applies amendments is fetched when there is one to apply. */
const loadAmend = loadOnce(async () => (await import('./amendArticle')).amendArticle)

/** An article where the store keeps it, as it is shown; `null` when it is deleted. */
export interface ShownArticle {
  readonly key: number
  readonly id: string
  readonly article: Article | null
  /** Names of people whom a decision has taken out. */
  readonly hidden: readonly string[]
}

/**
 * The gate through which everything goes that is shown or indexed: articles of the store as a person has amended them, and
 * with their people as it was decided. What amendments there are is read when first needed, and then only when {@link learn} tells of more. Small ones are
 * held in memory: a search does not wait for the store while thousands are written there.
 */
export class AmendedArticles {
  readonly decided: DecidedArticles
  readonly #store: ArchiveStore
  #ids: Set<string> | null = null
  #loading: Promise<Set<string>> | null = null
  readonly #held = new Map<string, StoredAmendment>()
  /** Raised by {@link learn}: what was read before is not held after it. */
  #lessons = 0

  constructor(store: ArchiveStore) {
    this.#store = store
    this.decided = new DecidedArticles(store)
  }

  /** Takes note that these ids have amendments. */
  async know(ids: Iterable<string>): Promise<void> {
    const known = await this.#known()
    for (const id of ids) known.add(id)
  }

  /** Takes note of amendments that are new, in the order of their versions. */
  async learn(amendments: Iterable<StoredAmendment>): Promise<void> {
    const known = await this.#known()
    this.#lessons += 1
    for (const amendment of amendments) {
      known.add(amendment.articleId)
      this.#held.delete(amendment.articleId)
      this.#hold(amendment)
    }
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
    const decided = await this.decided.decide(await this.#amended(articles))
    return decided.map((one) => one?.article ?? null)
  }

  async #amended(articles: readonly Article[]): Promise<readonly (Article | null)[]> {
    const find = await this.amendmentsFor(articles)
    const found = articles.map((article) => ({ article, amendment: find(article) }))
    if (found.every(({ amendment }) => amendment === undefined)) return articles
    const amendArticle = await loadAmend()
    return found.map(({ article, amendment }) => {
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
    const found = new Map(ids.map((id) => [id, this.#held.get(id)]))
    const others = ids.filter((id) => found.get(id) === undefined)
    const lessons = this.#lessons
    for (const amendment of others.length === 0 ? [] : await this.#store.amendments.withIds(others)) {
      if (amendment === undefined) continue
      found.set(amendment.articleId, amendment)
      if (lessons === this.#lessons) this.#hold(amendment)
    }
    return (article) => amendmentFor(article, (id) => found.get(id))
  }

  #hold(amendment: StoredAmendment): void {
    const { paragraphs, people } = amendment.edit
    if (paragraphs !== undefined || people !== undefined) return
    this.#held.set(amendment.articleId, amendment)
    const [oldest] = this.#held.keys()
    if (this.#held.size > MOST_HELD && oldest !== undefined) this.#held.delete(oldest)
  }

  /** What the store has at these keys, in their order, as it is shown. */
  async at(keys: readonly number[]): Promise<readonly ShownArticle[]> {
    const amended = await this.undecidedAt(keys)
    const decided = await this.decided.decide(amended.map(({ article }) => article))
    return amended.map((one, place) => ({ ...one, hidden: [], ...decided[place] }))
  }

  /** The same with their people as they were before anything was decided about names. */
  async undecidedAt(keys: readonly number[]): Promise<readonly Omit<ShownArticle, 'hidden'>[]> {
    const stored = await this.#stored(keys)
    const articles = await this.#amended(stored.map(({ article }) => article))
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
