import { EMPTY_QUERY } from '../../domain/articleQuery'
import type { SavedSearchCalls } from '../../domain/savedSearch'
import { articleMark, decodeSeen, encodeSeen } from '../../domain/seenArticles'
import type { OpenParts } from '../openParts'

/** Articles that are read as rows at once. */
const MOST_ROWS = 500

/** The part of the archive that tells what is new of saved searches; see {@link SavedSearchCalls}. */
export function createSavedSearchCalls(opened: () => Promise<OpenParts>): SavedSearchCalls {
  return {
    async searchNews(query, seen, limit) {
      const { reader } = await opened()
      const ids = await reader.resultIds(query, Infinity)
      if (seen === null) return { total: ids.length, unseen: null, rows: [] }
      const marks = decodeSeen(seen)
      const unseen = ids.filter((id) => !marks.has(articleMark(id)))
      const shown = unseen.slice(0, Math.min(limit, MOST_ROWS))
      const rows = shown.length === 0 ? [] : await reader.rowsWithIds(query, shown)
      return { total: ids.length, unseen: unseen.length, rows }
    },

    async seeResults(query, seen) {
      const { reader } = await opened()
      const now = (await reader.resultIds(query, Infinity)).map(articleMark)
      // What was found once stays seen, though its collection goes and comes back; unless there is no room for it.
      const before = seen === null ? [] : decodeSeen(seen)
      return encodeSeen([...before, ...now]) ?? encodeSeen(now)
    },

    async articleRows(ids) {
      if (ids.length === 0) return []
      return (await opened()).reader.rowsWithIds(EMPTY_QUERY, ids.slice(0, MOST_ROWS))
    },
  }
}
