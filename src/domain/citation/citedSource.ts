import { articleDate, articlePages, type Article, type PartialDate } from '../article'

/**
 * What a source is to a citation: an article of a newspaper or a magazine, a page of the web (a newscast's page, an
 * agency's, a site's), or something else that has no place of its own in the standards.
 */
export type SourceKind = 'newspaper' | 'magazine' | 'web' | 'other'

/** The facts that a citation of an article is made of; what is not known is empty or `null`. */
export interface CitedSource {
  readonly kind: SourceKind
  readonly authors: readonly string[]
  readonly title: string
  readonly subtitle: string
  /** The newspaper, magazine, station or site. */
  readonly container: string
  readonly edition: string
  readonly date: PartialDate | null
  readonly pages: readonly string[]
  readonly url: string
  /** The day on which the page was looked at, `YYYY-MM-DD`; it stands only beside an address. */
  readonly accessedOn: string
  /** The text is an editor's about the report: whoever cites it cites after it. */
  readonly isDigest: boolean
  /** Decides between Chinese and Western punctuation and words. */
  readonly isChinese: boolean
}

const HAN = /\p{Script=Han}/u

function kindOf({ medium, newspaper, url }: Article): SourceKind {
  if (medium === 'newspaper' || medium === 'magazine') return medium
  if (medium === 'broadcast' || medium === 'agency' || medium === 'web') return 'web'
  if (medium === undefined && newspaper !== undefined) return 'newspaper'
  return url === undefined ? 'other' : 'web'
}

/**
 * What a citation of an article says. Someone who has compared it with the printed page (已核原报) cites the print, so
 * that no address stands with it.
 *
 * @param accessedOn the day of access, `YYYY-MM-DD`, or an empty string
 */
export function citedSource(article: Article, accessedOn: string): CitedSource {
  const kind = kindOf(article)
  const isPrint = (kind === 'newspaper' || kind === 'magazine') && article.verified !== undefined
  const url = isPrint ? '' : (article.url ?? '')
  return {
    kind,
    authors: article.authors,
    title: article.title,
    subtitle: article.subtitle ?? '',
    container: article.newspaper ?? '',
    edition: article.edition ?? '',
    date: articleDate(article),
    pages: articlePages(article),
    url,
    accessedOn: url === '' ? '' : accessedOn,
    isDigest: article.textKind === 'digest',
    isChinese: HAN.test(article.title) || HAN.test(article.newspaper ?? ''),
  }
}
