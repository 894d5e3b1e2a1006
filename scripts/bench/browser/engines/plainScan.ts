import { searchedTextOf } from '../../../../src/search/searchedText'
import { ResultYears } from '../resultYears'
import type { SearchEngine } from '../searchEngine'
import { readText, writeFile } from '../storedFiles'

/** Texts in a file; one string may not hold all of a large archive. */
const PER_FILE = 50_000
const BETWEEN = '\0'

/** No index: every text is looked at. */
export function load(): SearchEngine {
  return {
    build: () => {
      const texts: string[] = []
      const years = new ResultYears()
      return {
        add: (articles) => {
          for (const article of articles) texts.push(searchedTextOf(article).text)
          years.add(articles)
        },
        store: async () => {
          let bytes = await years.store()
          const files = Math.ceil(texts.length / PER_FILE)
          for (let file = 0; file < files; file++) {
            const part = texts.slice(file * PER_FILE, (file + 1) * PER_FILE)
            bytes += await writeFile(`texts-${file}`, [part.join(BETWEEN)])
          }
          return bytes + (await writeFile('files', [String(files)]))
        },
      }
    },
    open: async () => {
      const years = await ResultYears.open()
      const texts: string[] = []
      const files = Number(await readText('files'))
      for (let file = 0; file < files; file++) {
        for (const text of (await readText(`texts-${file}`)).split(BETWEEN)) texts.push(text)
      }
      const find = (runs: readonly string[]): readonly number[] => {
        const found: number[] = []
        texts.forEach((text, ordinal) => {
          if (runs.every((run) => text.includes(run))) found.push(ordinal)
        })
        return found
      }
      return {
        search: (runs, asked) => years.answer(find(runs), asked),
        hits: (runs, year) => find(runs).filter((ordinal) => years.isOf(ordinal, year)),
      }
    },
  }
}
