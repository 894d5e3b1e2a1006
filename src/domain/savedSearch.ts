import type { ResultRow } from './archive'
import { decodeQuery, encodeQuery, type ArticleQuery } from './articleQuery'
import { isRecord } from './fieldText'
import type { RecordChange } from './keeping'
import type { KeptRecord } from './keptRecord'

/** The longest name of a saved search. */
export const LONGEST_SEARCH_NAME = 200

/** A search that is kept under a name, with what was seen of it. */
export interface SavedSearch {
  readonly id: string
  /** Never empty. */
  readonly name: string
  readonly query: ArticleQuery
  /** The articles that it found when it was last opened, and before; see `encodeSeen`. `null`: there were too many to remember. */
  readonly seen: string | null
  /** When it was last opened, or was saved; ISO 8601 in UTC. */
  readonly openedAt: string
}

/** The search that a record is; `null` for one that was deleted, has no name or asks nothing. */
export function parseSavedSearch({ kind, id, content, changedAt }: KeptRecord): SavedSearch | null {
  if (kind !== 'savedSearch' || !isRecord(content) || !isRecord(content['query'])) return null
  const { name, query, seen, openedAt } = content
  if (typeof name !== 'string' || name.trim() === '') return null
  return {
    id,
    name: name.trim().slice(0, LONGEST_SEARCH_NAME),
    query: decodeQuery(query),
    seen: typeof seen === 'string' ? seen : null,
    openedAt: typeof openedAt === 'string' ? openedAt : changedAt,
  }
}

/** What keeps a search as it shall be; the inverse of {@link parseSavedSearch}. */
export function savedSearchChange({ id, name, query, seen, openedAt }: SavedSearch): RecordChange {
  const content = { name, query: encodeQuery(query), seen, openedAt }
  return { kind: 'savedSearch', id, about: '', content }
}

/** Saved searches by their names. */
export function savedSearches(records: readonly KeptRecord[]): readonly SavedSearch[] {
  const searches = records.flatMap((record) => parseSavedSearch(record) ?? [])
  return searches.sort((one, other) => one.name.localeCompare(other.name, 'zh-Hans-CN'))
}

/** What a search finds now that was not seen before. */
export interface SearchNews {
  /** All that it finds. */
  readonly total: number
  /** How many of them were not seen: they came in, or were changed so that they are found now. `null` when that is not remembered. */
  readonly unseen: number | null
  /** The first of the unseen, in the order of the search. */
  readonly rows: readonly ResultRow[]
}

/** What the archive tells about searches that are kept, and about articles by their ids. */
export interface SavedSearchCalls {
  /** What a query finds that is not among the seen articles; the first `limit` of them as rows. */
  searchNews(query: ArticleQuery, seen: string | null, limit: number): Promise<SearchNews>
  /** The seen articles with all that a query finds now; `null` when they are too many to remember. */
  seeResults(query: ArticleQuery, seen: string | null): Promise<string | null>
  /** Articles as rows, in the order of these ids, at most 500; those that the archive does not hold are left out. */
  articleRows(ids: readonly string[]): Promise<readonly ResultRow[]>
}
