import type { Article } from '../../domain/article'
import { citedSource, type SourceKind } from '../../domain/citation/citedSource'
import { fullTitle } from '../../domain/citation/fullTitle'
import { splitPartialDate } from '../../domain/partialDate'

const TYPES: Readonly<Record<SourceKind, string>> = {
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
  web: 'webpage',
  other: 'document',
}

/** A date as CSL has it: year, month and day as far as they are known. */
interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

/** One source in CSL-JSON; what is not known is absent. Names are literal: a Chinese name is not taken apart. */
export interface CslEntry {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly 'title-short'?: string
  readonly author?: readonly { readonly literal: string }[]
  readonly 'container-title'?: string
  readonly edition?: string
  readonly issued?: CslDate
  readonly page?: string
  readonly URL?: string
  readonly accessed?: CslDate
  readonly keyword?: string
  readonly language?: string
}

function cslDate(date: string): CslDate | undefined {
  const parts = splitPartialDate(date)
  if (parts === null) return undefined
  const known = [parts.year, parts.month, parts.day].filter((part) => part !== null)
  return { 'date-parts': [known] }
}

/**
 * Articles as CSL-JSON (citationstyles.org, schema 1.0.2), `article-newspaper` for what stood in a paper.
 *
 * @param accessedOn the day of access, `YYYY-MM-DD`, for sources with an address; an empty string leaves it out
 */
export function cslEntries(articles: readonly Article[], accessedOn: string): readonly CslEntry[] {
  return articles.map((article) => {
    const source = citedSource(article, accessedOn)
    const issued = cslDate(source.date ?? '')
    const accessed = cslDate(source.accessedOn)
    return {
      id: article.id,
      type: article.medium === 'broadcast' ? 'broadcast' : TYPES[source.kind],
      title: fullTitle(source),
      ...(source.subtitle !== '' && { 'title-short': source.title }),
      ...(source.authors.length > 0 && { author: source.authors.map((literal) => ({ literal })) }),
      ...(source.container !== '' && { 'container-title': source.container }),
      ...(source.edition !== '' && { edition: source.edition }),
      ...(issued !== undefined && { issued }),
      ...(source.pages.length > 0 && { page: source.pages.join(',') }),
      ...(source.url !== '' && { URL: source.url }),
      ...(accessed !== undefined && { accessed }),
      ...(article.tags.length > 0 && { keyword: article.tags.join(', ') }),
      ...(source.isChinese && { language: 'zh-CN' }),
    }
  })
}
