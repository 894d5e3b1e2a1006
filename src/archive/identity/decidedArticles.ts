import type { Article } from '../../domain/article'
import type { KeptRecord } from '../../domain/keptRecord'
import type { DecidedArticle } from '../../people/identity/decidePeople'
import type { DecisionRules } from '../../people/identity/decisionRules'
import type { ArchiveStore } from '../../storage/archiveStore'
import { loadOnce } from '../loadOnce'

/** What applies decisions is fetched when there is one. */
export const loadDecisionWork = loadOnce(() => import('./decisionWork'))

/** The decisions that are there, and what they make of articles. Where there are none, nothing is loaded or done. */
export class DecidedArticles {
  readonly #store: ArchiveStore
  #known: Promise<DecisionRules | null> | null = null

  constructor(store: ArchiveStore) {
    this.#store = store
  }

  /** Reads the decisions again, which hold from then on. Gives their records. */
  async learn(): Promise<readonly KeptRecord[]> {
    const records = await this.#store.records.ofKind('decision')
    const rules = records.length === 0 ? null : (await loadDecisionWork()).rulesOf(records)
    this.#known = Promise.resolve(rules)
    return records
  }

  /** Articles with their people as it was decided, and who was taken out of each; in their order. */
  async decide(articles: readonly (Article | null)[]): Promise<readonly (DecidedArticle | null)[]> {
    if (this.#known === null) await this.learn()
    const rules = await this.#known
    if (rules === null || rules === undefined) {
      return articles.map((article) => article && { article, hidden: [] })
    }
    const { decidePeople } = await loadDecisionWork()
    return articles.map((article) => article && decidePeople(article, rules))
  }
}
