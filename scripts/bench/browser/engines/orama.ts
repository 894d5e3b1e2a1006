import {
  count,
  create,
  insert,
  load as restore,
  save,
  search,
  type AnyOrama,
  type RawData,
} from '@orama/orama'
import { documentsStore as stockStore } from '@orama/orama/components'
import { searchedTextOf } from '../../../../src/search/searchedText'
import { indexTokens, queryTokens } from '../../../../src/text/tokens'
import { yearOf } from '../../recombinedArticles'
import { FIRST, type SearchEngine } from '../searchEngine'
import { readText, writeFile } from '../storedFiles'

const FILE = 'orama'

function newIndex(): AnyOrama {
  const store = stockStore.createDocumentsStore()
  return create({
    schema: { text: 'string', year: 'enum' },
    // Sorting by a field is not measured.
    sort: { enabled: false },
    components: {
      tokenizer: {
        language: 'chinese',
        normalizationCache: new Map<string, string>(),
        // A property is named only while indexing.
        tokenize: (text: string, _language?: string, property?: string) =>
          property === undefined ? [...queryTokens(text)] : [...new Set(indexTokens(text))],
      },
      documentsStore: {
        ...store,
        store: (documents, id, internalId, { year }: { year: number }) =>
          store.store(documents, id, internalId, { id, year }),
      },
    },
  })
}

/** Orama over bigrams. */
export function load(): SearchEngine {
  return {
    build: () => {
      const index = newIndex()
      return {
        add: async (articles) => {
          for (const article of articles) {
            await insert(index, { id: article.id, text: searchedTextOf(article).text, year: yearOf(article) })
          }
        },
        store: () => writeFile(FILE, [JSON.stringify(save(index))]),
      }
    },
    open: async () => {
      const index = newIndex()
      restore(index, JSON.parse(await readText(FILE)) as RawData)
      const ask = (runs: readonly string[], year: number | null, limit: number, countsYears: boolean) =>
        search(index, {
          term: runs.join('\n'),
          properties: ['text'],
          threshold: 0,
          limit,
          ...(year !== null && { where: { year: { eq: year } } }),
          ...(countsYears && { facets: { year: {} } }),
        })
      return {
        search: async (runs, { year, countsYears }) => {
          const asked = ask(runs, year, FIRST, countsYears)
          const { count: total, hits, facets } = asked instanceof Promise ? await asked : asked
          return {
            total,
            first: hits.map(({ id }) => Number(id)),
            years: countsYears
              ? new Map(
                  Object.entries(facets?.['year']?.values ?? {}).map(([value, n]) => [Number(value), n]),
                )
              : null,
          }
        },
        hits: async (runs, year) =>
          (await ask(runs, year, count(index), false)).hits.map(({ id }) => Number(id)),
      }
    },
  }
}
