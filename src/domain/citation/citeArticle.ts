import type { Article } from '../article'
import type { CitationStyle } from './citationStyle'
import { citedSource } from './citedSource'
import { citeGbt7714 } from './citeGbt7714'
import { citeHistorians } from './citeHistorians'

/**
 * The line that cites an article.
 *
 * @param accessedOn the day of access, `YYYY-MM-DD`, for styles that give it; an empty string leaves it out
 */
export function citeArticle(article: Article, style: CitationStyle, accessedOn: string): string {
  const source = citedSource(article, accessedOn)
  switch (style) {
    case 'gbt7714-2025':
      return citeGbt7714(source, '2025', 'numeric')
    case 'gbt7714-2025-author-year':
      return citeGbt7714(source, '2025', 'author-year')
    case 'gbt7714-2015':
      return citeGbt7714(source, '2015', 'numeric')
    case 'gbt7714-2015-author-year':
      return citeGbt7714(source, '2015', 'author-year')
    case 'historians':
      return citeHistorians(source)
  }
}
