import type { Article } from '../domain/article'
import { OWN_COLLECTION } from '../domain/collection'
import type { Problem } from '../domain/problem'
import { serializeArticle } from '../domain/serializeArticle'
import { fileNumberOf, type StoredArticle } from '../storage/archiveStore'
import type { VisibleFile } from './visibleFiles'

/** A problem with the collection that it is the problem of. */
export interface CollectionProblem {
  readonly collection: string
  readonly problem: Problem
}

/** What is shown of the articles that share an id. */
export interface SettledId {
  readonly shown: StoredArticle & { readonly file: VisibleFile }
  /** Keys of the others in visible files. */
  readonly hidden: readonly number[]
  /** One for each article that is not shown and says something else; what a person put in its place is no problem. */
  readonly problems: readonly CollectionProblem[]
}

function written(article: Article): string {
  return JSON.stringify(serializeArticle(article))
}

/**
 * Which of the articles with one id is shown: that of the file with the greatest precedence, within a file and a
 * collection the first. `null` when none of them is in a visible file.
 */
export function settleId(
  rows: readonly StoredArticle[],
  visible: ReadonlyMap<number, VisibleFile>,
): SettledId | null {
  const candidates = rows
    .flatMap((row) => {
      const file = visible.get(fileNumberOf(row.key))
      return file === undefined ? [] : [{ ...row, file }]
    })
    .sort((one, other) => other.file.precedence - one.file.precedence || one.key - other.key)
  const [shown, ...others] = candidates
  if (shown === undefined) return null
  const isMeant = shown.file.collection === OWN_COLLECTION
  const text = others.length === 0 || isMeant ? '' : written(shown.article)
  const problems = (isMeant ? [] : others)
    .filter((other) => written(other.article) !== text)
    .map(({ article, file }): CollectionProblem => {
      const isWithin = file.collection === shown.file.collection
      const place = isWithin ? shown.file.path : `collection ${shown.file.collection}`
      return {
        collection: file.collection,
        problem: {
          file: file.path,
          row: 0,
          field: 'id',
          code: isWithin ? 'id-duplicate' : 'text-differs',
          message: `${article.id}: the article of ${place} is shown, whose content differs`,
        },
      }
    })
  return { shown, hidden: others.map(({ key }) => key), problems }
}
