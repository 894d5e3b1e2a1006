import type { QueryLanguage } from '../search/queryLanguage'
import { loadOnce } from './loadOnce'

/** The language of queries. It is fetched with the first query that asks for something; after a failure, again. */
export const loadQueryLanguage: () => Promise<QueryLanguage> = loadOnce(
  async () => (await import('../search/queryLanguage')).queryLanguage,
)
