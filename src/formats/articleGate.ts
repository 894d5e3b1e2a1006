import type { Article } from '../domain/article'
import { deriveArticleId, deriveArticleIdWithText } from '../domain/articleId'
import type { FieldProblem } from '../domain/problem'
import { serializeArticle } from '../domain/serializeArticle'
import { ArticleLedger } from './articleLedger'

/**
 * What is decided about an article that may have been there before: it passes, under the id that it has now and as the
 * JSON that it is written as; or the very same was there; or another one has its id.
 */
export type Admission = { readonly article: Article; readonly json: string } | 'duplicate' | FieldProblem

/**
 * A gate through which the articles of one source pass in their order, each once. Two different ones with the same
 * derived id are parted by their text; of two with the same given id the first passes. It remembers 16 bytes of each.
 */
export function createArticleGate(): (article: Article) => Admission {
  const ledger = new ArticleLedger()
  const admitAs = (article: Article): Admission | null => {
    const json = JSON.stringify(serializeArticle(article))
    const entry = ledger.enter(article.id, json)
    if (entry === 'other') return null
    return entry === 'same' ? 'duplicate' : { article, json }
  }
  return (article) =>
    admitAs(article) ??
    (article.id === deriveArticleId(article)
      ? admitAs({ ...article, id: deriveArticleIdWithText(article) })
      : null) ?? {
      field: 'id',
      code: 'id-duplicate',
      message: `another article has the id “${article.id}”; the first is kept`,
    }
}
