import type { ResultRow } from '../domain/resultRow'
import { articleDate, type Article } from '../domain/article'
import type { FieldMatchers } from '../text/markArticle'
import { markText } from '../text/runMatcher'
import { snippetOf } from '../text/snippet'

/** Names that a row shows. */
const SHOWN_PEOPLE = 3
/** Length of a snippet in UTF-16 units: about three lines in the list. */
const SNIPPET_LENGTH = 110

/**
 * An article as a row of results.
 *
 * @param people the people of the query, who are named first
 */
export function makeResultRow(
  article: Article,
  matchers: FieldMatchers,
  people: readonly string[],
): ResultRow {
  // What may be a name, and may be none, is shown where the article is read.
  const certain = article.people.filter(({ confidence }) => confidence !== 'possible')
  const names = new Set(certain.map(({ name }) => name))
  const wanted = people.filter((name) => names.has(name))
  return {
    id: article.id,
    title: article.title,
    titleMarks: markText(article.title, matchers.title),
    newspaper: article.newspaper ?? null,
    date: articleDate(article),
    page: article.page ?? null,
    category: article.category,
    medium: article.medium ?? null,
    textKind: article.textKind,
    snippet: snippetOf(article, matchers.text, SNIPPET_LENGTH),
    people: [...new Set([...wanted, ...names])].slice(0, SHOWN_PEOPLE),
    peopleCount: names.size,
  }
}
