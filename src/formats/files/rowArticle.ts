import { parseArticle } from '../../domain/parseArticle'
import type { ReadingBudget } from './readingBudget'
import { problemItem, type ReadItem } from './readItem'

/**
 * The article of a row, and what is wrong with it. A row's fields are its own, so that there is nothing to be told about
 * where they come from.
 */
export function* rowArticle(
  file: string,
  row: number,
  value: unknown,
  budget: ReadingBudget,
): Generator<ReadItem> {
  const { article, problems } = parseArticle(value)
  for (const problem of problems) yield problemItem(file, row, problem)
  if (article === null) return
  budget.countArticle()
  yield { kind: 'article', file, row, read: { article, evidence: [], changes: [] }, original: null }
}
