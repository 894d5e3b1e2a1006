import lunr from 'lunr'
import { indexTokens, queryTokens } from '../../../../src/text/tokens'
import { ResultYears } from '../resultYears'
import type { SearchEngine } from '../searchEngine'
import { searchedFieldsOf } from '../searchedFields'
import { readText, writeFile } from '../storedFiles'

const FILE = 'lunr'

/** lunr over bigrams. */
export function load(): SearchEngine {
  return {
    build: () => {
      const builder = new lunr.Builder()
      builder.ref('id')
      builder.field('title', { boost: 3 })
      builder.field('text')
      // The types know the tokenizer only as a function of lunr; it is a property of each builder.
      Object.assign(builder, {
        tokenizer: (text: unknown) => indexTokens(String(text)).map((token) => new lunr.Token(token, {})),
      })
      const years = new ResultYears()
      return {
        add: (articles) => {
          for (const article of articles) builder.add(searchedFieldsOf(article))
          years.add(articles)
        },
        store: async () => (await years.store()) + (await writeFile(FILE, [JSON.stringify(builder.build())])),
      }
    },
    open: async () => {
      const years = await ResultYears.open()
      const index = lunr.Index.load(JSON.parse(await readText(FILE)) as object)
      const find = (runs: readonly string[]): readonly number[] =>
        index
          .query((query) => {
            for (const token of queryTokens(runs.join('\n'))) {
              query.term(token, { presence: lunr.Query.presence.REQUIRED, usePipeline: false })
            }
          })
          .map(({ ref }) => Number(ref))
      return {
        search: (runs, asked) => years.answer(find(runs), asked),
        hits: (runs, year) => find(runs).filter((ordinal) => years.isOf(ordinal, year)),
      }
    },
  }
}
