import type { ResultRow } from './resultRow'
import { decodeQuery, encodeQuery, type ArticleQuery } from './articleQuery'
import { isRecord } from './fieldText'
import type { KeptRecord, RecordChange } from './keptRecord'

/** The longest name of a saved search. */
export const LONGEST_SEARCH_NAME = 200

/** A search that is kept under a name. What was seen of it is a record of its own: {@link SeenResults}. */
export interface SavedSearch {
  readonly id: string
  /** Never empty. */
  readonly name: string
  readonly query: ArticleQuery
}

/** What of a saved search was seen. */
export interface SeenResults {
  /** The articles that it found when it was last opened, and before (`encodeSeen`); `null`: too many to remember. */
  readonly seen: string | null
  /** When it was last opened, or was saved; ISO 8601 in UTC. */
  readonly openedAt: string
}

/** The search that a record is; `null` for one that was deleted, has no name or asks nothing. */
export function parseSavedSearch({ kind, id, content }: KeptRecord): SavedSearch | null {
  if (kind !== 'savedSearch' || !isRecord(content) || !isRecord(content['query'])) return null
  const { name, query } = content
  const shown = typeof name === 'string' ? name.trim().slice(0, LONGEST_SEARCH_NAME).trim() : ''
  return shown === '' ? null : { id, name: shown, query: decodeQuery(query) }
}

/** What keeps a search as it shall be; the inverse of {@link parseSavedSearch}. */
export function savedSearchChange({ id, name, query }: SavedSearch): RecordChange {
  return { kind: 'savedSearch', id, about: '', content: { name, query: encodeQuery(query) } }
}

/** What a record says was seen of the search that it is about; `null` for any other record. */
export function parseSeenResults({ kind, about, content, changedAt }: KeptRecord): SeenResults | null {
  if (kind !== 'savedSearch' || about === '' || !isRecord(content) || !('seen' in content)) return null
  const { seen, openedAt } = content
  return {
    seen: typeof seen === 'string' ? seen : null,
    openedAt: typeof openedAt === 'string' ? openedAt : changedAt,
  }
}

/** What remembers what was seen of a search, or forgets it (`null`). */
export function seenResultsChange(searchId: string, seen: SeenResults | null): RecordChange {
  return { kind: 'savedSearch', id: `${searchId}/seen`, about: searchId, content: seen }
}

/** Whether two searches ask for the same, in whatever order it is shown. */
export function isSameSearch(one: ArticleQuery, other: ArticleQuery): boolean {
  const asked = ({ sort: _sort, ...query }: ArticleQuery): string => JSON.stringify(query)
  return asked(decodeQuery(encodeQuery(one))) === asked(decodeQuery(encodeQuery(other)))
}

/** Saved searches by their names. */
export function savedSearches(records: readonly KeptRecord[]): readonly SavedSearch[] {
  const searches = records.flatMap((record) => parseSavedSearch(record) ?? [])
  return searches.sort((one, other) => one.name.localeCompare(other.name, 'zh-Hans-CN'))
}

/** What a saved search finds now that was not seen before. */
export interface SearchNews {
  /** All that it finds. */
  readonly total: number
  /**
   * How many of them were not seen: they came in since, or were changed so that they are found now. `null` when it is not
   * remembered what was seen.
   */
  readonly unseen: number | null
  /** The first of the unseen, in the order of the search. */
  readonly rows: readonly ResultRow[]
}

/** What the archive tells about searches that are kept, and about articles by their ids. */
export interface SavedSearchCalls {
  /** What a search finds that was not seen when it was last opened; the first `limit` of them as rows. */
  searchNews(search: SavedSearch, limit: number): Promise<SearchNews>
  /** What was seen of a search before, with all that it finds now; `null` when they are too many to remember. */
  seeResults(search: SavedSearch): Promise<string | null>
  /** Articles as rows, in the order of these ids, at most 500; those that the archive does not hold are left out. */
  articleRows(ids: readonly string[]): Promise<readonly ResultRow[]>
}
