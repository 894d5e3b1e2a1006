import type { Article } from '../article'
import { citedSource } from './citedSource'
import { citeGbt7714 } from './citeGbt7714'
import { citeHistorians } from './citeHistorians'

/** The styles of citing, the default first. */
export const CITATION_STYLES = [
  'gbt7714-2025',
  'gbt7714-2025-author-year',
  'gbt7714-2015',
  'gbt7714-2015-author-year',
  'historians',
] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

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
