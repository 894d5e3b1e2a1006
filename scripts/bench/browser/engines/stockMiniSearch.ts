import MiniSearch, { type Options } from 'minisearch'
import { indexTokens, queryTokens } from '../../../../src/text/tokens'
import { ResultYears } from '../resultYears'
import { FIRST, type SearchEngine } from '../searchEngine'
import { searchedFieldsOf, type SearchedFields } from '../searchedFields'
import { readText, writeFile } from '../storedFiles'

const FILE = 'minisearch'

const OPTIONS: Options<SearchedFields> = {
  fields: ['title', 'text'],
  tokenize: indexTokens,
  // Folding came first.
  processTerm: (term) => term,
  searchOptions: {
    tokenize: (text) => [...queryTokens(text)],
    combineWith: 'AND',
    boost: { title: 3 },
  },
}

/** Stock MiniSearch over bigrams. */
export function load(): SearchEngine {
  return {
    build: () => {
      const index = new MiniSearch<SearchedFields>(OPTIONS)
      const years = new ResultYears()
      return {
        add: (articles) => {
          index.addAll(articles.map(searchedFieldsOf))
          years.add(articles)
        },
        store: async () => (await years.store()) + (await writeFile(FILE, [JSON.stringify(index)])),
      }
    },
    open: async () => {
      const years = await ResultYears.open()
      const index = MiniSearch.loadJSON<SearchedFields>(await readText(FILE), OPTIONS)
      const find = (runs: readonly string[], year: number | null) =>
        index.search(
          runs.join('\n'),
          year === null ? {} : { filter: ({ id }) => years.isOf(id as number, year) },
        )
      return {
        search: (runs, { year, countsYears }) => {
          const results = find(runs, year)
          return {
            total: results.length,
            first: results.slice(0, FIRST).map(({ id }) => id as number),
            years: countsYears ? years.count(results.map(({ id }) => id as number)) : null,
          }
        },
        hits: (runs, year) => find(runs, year).map(({ id }) => id as number),
      }
    },
  }
}
