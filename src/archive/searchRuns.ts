import { encodeQuery, type ArticleQuery } from '../domain/articleQuery'
import type { NameFinder } from '../search/nameFinder'
import type { ArticleIndex, SearchRun } from '../search/articleIndex'

/** A reader goes back and forth between a few searches. */
const KEPT_RUNS = 4

/** Runs queries, and keeps the last few runs for their further rows. */
export interface SearchRuns {
  /** The run of a query over the archive as it was when this revision of its content was told; `names` as for ArticleIndex.run, and the same for one query. To be read at once: it holds as long as its index. */
  runOf(query: ArticleQuery, contentRevision: number, names: NameFinder | null): SearchRun
}

/** Runs over the index that `index` gives at the time. */
export function createSearchRuns(index: () => ArticleIndex): SearchRuns {
  const runs = new Map<string, SearchRun>()
  let asked: ArticleIndex | null = null
  return {
    runOf(query, contentRevision, names) {
      // The files under an index that was replaced may be closed.
      if (asked !== index()) runs.clear()
      asked = index()
      const name = JSON.stringify([contentRevision, encodeQuery(query)])
      const run = runs.get(name) ?? asked.run(query, names)
      runs.delete(name)
      runs.set(name, run)
      const [oldest] = runs.keys()
      if (runs.size > KEPT_RUNS && oldest !== undefined) runs.delete(oldest)
      return run
    },
  }
}
