import { Index } from 'flexsearch'
import { searchedTextOf } from '../../../../src/search/searchedText'
import { indexTokens, queryTokens } from '../../../../src/text/tokens'
import { ResultYears } from '../resultYears'
import type { SearchEngine } from '../searchEngine'
import { readText, writeFile } from '../storedFiles'

/** The names of the stored pieces, one a line. */
const LIST = 'flexsearch'

/** FlexSearch has one encoder for texts and queries; a query has no single characters at the end of its runs. */
let tokensOf: (text: string) => readonly string[] = indexTokens

function newIndex(): Index {
  return new Index({ encode: (text: string) => [...tokensOf(text)], tokenize: 'strict', cache: false })
}

/** FlexSearch over bigrams. */
export function load(): SearchEngine {
  return {
    build: () => {
      tokensOf = indexTokens
      const index = newIndex()
      const years = new ResultYears()
      return {
        add: (articles) => {
          for (const article of articles) index.add(Number(article.id), searchedTextOf(article).text)
          years.add(articles)
        },
        store: async () => {
          const pieces: [name: string, text: string][] = []
          index.export((name: string, text?: string) => {
            if (text !== undefined) pieces.push([name, text])
          })
          let bytes = await years.store()
          for (const [name, text] of pieces) bytes += await writeFile(`flexsearch-${name}`, [text])
          return bytes + (await writeFile(LIST, [pieces.map(([name]) => name).join('\n')]))
        },
      }
    },
    open: async () => {
      tokensOf = queryTokens
      const years = await ResultYears.open()
      const index = newIndex()
      for (const name of (await readText(LIST)).split('\n')) {
        index.import(name, await readText(`flexsearch-${name}`))
      }
      const limit = 10_000_000
      const find = (runs: readonly string[]): readonly number[] =>
        index.search(runs.join('\n'), { limit }) as number[]
      return {
        search: (runs, asked) => years.answer(find(runs), asked),
        hits: (runs, year) => find(runs).filter((ordinal) => years.isOf(ordinal, year)),
      }
    },
  }
}
