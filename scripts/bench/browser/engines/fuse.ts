import Fuse, { type IFuseOptions } from 'fuse.js'
import { searchedTextOf } from '../../../../src/search/searchedText'
import { ResultYears } from '../resultYears'
import type { SearchEngine } from '../searchEngine'
import { readText, writeFile } from '../storedFiles'

interface FuseDocument {
  readonly text: string
}

const DOCUMENTS = 'fuse-documents'
const INDEX = 'fuse-index'

const OPTIONS: IFuseOptions<FuseDocument> = {
  keys: ['text'],
  useExtendedSearch: true,
  ignoreLocation: true,
  threshold: 0,
}

/** Fuse.js, looking for runs as they are. */
export function load(): SearchEngine {
  return {
    build: () => {
      const documents: FuseDocument[] = []
      const years = new ResultYears()
      return {
        add: (articles) => {
          for (const article of articles) documents.push({ text: searchedTextOf(article).text })
          years.add(articles)
        },
        store: async () => {
          const index = Fuse.createIndex(['text'], documents)
          return (
            (await years.store()) +
            (await writeFile(DOCUMENTS, [JSON.stringify(documents)])) +
            (await writeFile(INDEX, [JSON.stringify(index)]))
          )
        },
      }
    },
    open: async () => {
      const years = await ResultYears.open()
      const documents = JSON.parse(await readText(DOCUMENTS)) as FuseDocument[]
      const stored = JSON.parse(await readText(INDEX)) as Parameters<typeof Fuse.parseIndex>[0]
      const fuse = new Fuse(documents, OPTIONS, Fuse.parseIndex<FuseDocument>(stored))
      const find = (runs: readonly string[]): readonly number[] =>
        fuse.search(runs.map((run) => `'${run}`).join(' ')).map(({ refIndex }) => refIndex)
      return {
        search: (runs, asked) => years.answer(find(runs), asked),
        hits: (runs, year) => find(runs).filter((ordinal) => years.isOf(ordinal, year)),
      }
    },
  }
}
