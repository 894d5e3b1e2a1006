import { encodeQuery, EMPTY_QUERY, type ArticleQuery } from './articleQuery'

function parameters(query: ArticleQuery): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(encodeQuery(query))) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one)
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** The address of the list of results of a query, to stand in a link. */
export function searchAddress(query: Partial<ArticleQuery>): string {
  return `#/${parameters({ ...EMPTY_QUERY, ...query })}`
}

/** The address of an article with the query it is read under, so that its hits are shown and its neighbours known. */
export function articleAddress(id: string, query: ArticleQuery = EMPTY_QUERY): string {
  return `#/article/${encodeURIComponent(id)}${parameters(query)}`
}

/** The address at which the doubtful articles among the results of a query are gone through. */
export function doubtfulAddress(query: ArticleQuery): string {
  return `#/doubtful${parameters(query)}`
}
