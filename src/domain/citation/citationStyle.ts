/** The styles of citing, the default first. */
export const CITATION_STYLES = [
  'gbt7714-2025',
  'gbt7714-2025-author-year',
  'gbt7714-2015',
  'gbt7714-2015-author-year',
  'historians',
] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]
