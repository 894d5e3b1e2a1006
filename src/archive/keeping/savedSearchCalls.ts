import { EMPTY_QUERY } from '../../domain/articleQuery'
import { parseSeenResults, type SavedSearch, type SavedSearchCalls } from '../../domain/savedSearch'
import { articleMark, decodeSeen, encodeSeen } from '../../domain/seenArticles'
import type { OpenParts } from '../openParts'

/** Articles that are read as rows at once. */
const MOST_ROWS = 500

/** The marks of the articles that were seen of a search; `null` when that is not remembered. */
async function seenMarks({ store }: OpenParts, { id }: SavedSearch): Promise<ReadonlySet<number> | null> {
  const records = await store.records.about('savedSearch', [id])
  const [known] = records.flatMap((record) => parseSeenResults(record) ?? [])
  return known === undefined || known.seen === null ? null : decodeSeen(known.seen)
}

/** The part of the archive that tells what is new of saved searches; see {@link SavedSearchCalls}. */
export function createSavedSearchCalls(opened: () => Promise<OpenParts>): SavedSearchCalls {
  return {
    async searchNews(search, limit) {
      const parts = await opened()
      const ids = await parts.reader.resultIds(search.query, Infinity)
      const seen = await seenMarks(parts, search)
      if (seen === null) return { total: ids.length, unseen: null, rows: [] }
      const unseen = ids.filter((id) => !seen.has(articleMark(id)))
      const shown = unseen.slice(0, Math.min(limit, MOST_ROWS))
      const rows = shown.length === 0 ? [] : await parts.reader.rowsWithIds(search.query, shown)
      return { total: ids.length, unseen: unseen.length, rows }
    },

    async seeResults(search) {
      const parts = await opened()
      const now = (await parts.reader.resultIds(search.query, Infinity)).map(articleMark)
      // What was found once stays seen, though its collection goes and comes back; unless there is no room for it.
      const before = (await seenMarks(parts, search)) ?? []
      return encodeSeen([...before, ...now]) ?? encodeSeen(now)
    },

    async articleRows(ids) {
      if (ids.length === 0) return []
      return (await opened()).reader.rowsWithIds(EMPTY_QUERY, ids.slice(0, MOST_ROWS))
    },
  }
}
