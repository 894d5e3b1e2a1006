import type { Article } from '../../../src/domain/article'
import { searchedTextOf } from '../../../src/search/searchedText'

/** An article as the peers have it: folded, by its number, title with kicker and subtitle, and names with paragraphs. */
export interface SearchedFields {
  readonly id: number
  readonly title: string
  readonly text: string
}

/** The same text that this program searches, in the two fields of the peers. */
export function searchedFieldsOf(article: Article): SearchedFields {
  const { text, headEnd } = searchedTextOf(article)
  return { id: Number(article.id), title: text.slice(0, headEnd), text: text.slice(headEnd + 1) }
}
