import type { PageReading } from '../pages/pageReading'
import { readPage } from '../pages/readPage'
import type { ReadingBudget } from './readingBudget'
import type { OriginalPage, ReadItem } from './readItem'

/** What was read from a page, as items with the page as it was given. */
export function* pageItems(
  file: string,
  { articles, problems }: PageReading,
  original: OriginalPage,
  budget: ReadingBudget,
): Generator<ReadItem> {
  for (const problem of problems) yield { kind: 'problem', problem: { ...problem, file } }
  for (const [at, read] of articles.entries()) {
    budget.countArticle()
    yield { kind: 'article', file, row: at + 1, read, original }
  }
}

/**
 * The articles of a page as text or as HTML.
 *
 * @param page the bytes of the page itself, where the original only holds it
 */
export async function* readPageFile(
  file: string,
  kind: 'text' | 'html',
  original: OriginalPage,
  budget: ReadingBudget,
  page: Uint8Array = original.bytes,
): AsyncGenerator<ReadItem> {
  const named = kind === 'html' ? /\.x?html?$/i.test(file) : /\.txt$/i.test(file)
  const reading = await readPage(page, named ? file : `${file}.${kind === 'html' ? 'html' : 'txt'}`)
  yield* pageItems(file, reading, original, budget)
}
