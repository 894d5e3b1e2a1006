import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { ArticleIndex } from '../../../../src/search/articleIndex'
import { FIRST, type SearchEngine } from '../searchEngine'
import { getValue, putValue } from '../storedValue'

/** Articles that are ranked in one go. */
const AT_ONCE = 1000
const COLLECTION = 'bench'
/** The value of the year facet for articles without a date. */
const NO_DATE = 'none'

/** The index as the archive has it now: columns and texts in memory, MiniSearch for candidates and scores. */
export function load(): SearchEngine {
  return {
    build: () => {
      const index = new ArticleIndex()
      return {
        add: (articles) => {
          for (const article of articles) index.add(article, COLLECTION)
          while (index.rank(AT_ONCE) > 0);
        },
        store: () => putValue(index.snapshot()),
      }
    },
    open: async () => {
      const index = ArticleIndex.restore(await getValue())
      if (index === null) throw new Error('The stored index is not ours.')
      const run = (runs: readonly string[], year: number | null) =>
        index.run({
          ...EMPTY_QUERY,
          q: runs.join(' '),
          ...(year !== null && { from: String(year), to: String(year) }),
        })
      return {
        search: (runs, { year, countsYears }) => {
          const found = run(runs, year)
          return {
            total: found.total,
            first: found.ids(0, FIRST).map(Number),
            years: countsYears
              ? new Map(
                  found.facets.year.values.map(({ value, count }) => [
                    value === NO_DATE ? 0 : Number(value),
                    count,
                  ]),
                )
              : null,
          }
        },
        hits: (runs, year) => {
          const found = run(runs, year)
          return found.ids(0, found.total).map(Number)
        },
        finishOpening: () => {
          const start = performance.now()
          index.rank(0)
          return `the index of the archive: columns and texts in memory, and MiniSearch for the ranking, which is loaded after the first answer and takes another ${Math.round(performance.now() - start)} ms`
        },
      }
    },
  }
}
