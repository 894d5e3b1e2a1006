import type { SearchEngine } from '../searchEngine'
import { loadSqlite } from './sqlite'

const isLong = (run: string): boolean => Array.from(run).length > 2

/** FTS5 over trigrams; runs too short for one are looked for in the stored text. */
export function load(): Promise<SearchEngine> {
  return loadSqlite({
    createIndex:
      "create virtual table fts using fts5 (title, text, content = 'articles', content_rowid = 'id', tokenize = 'trigram case_sensitive 1')",
    stored: (text) => text,
    indexed: (text) => text,
    conditionOf: (runs) => {
      const long = runs.filter(isLong)
      const short = runs.filter((run) => !isLong(run))
      return {
        usesIndex: long.length > 0,
        condition: [
          ...(long.length > 0 ? ['fts match ?'] : []),
          ...short.map(() => '(instr(articles.text, ?) > 0 or instr(articles.title, ?) > 0)'),
        ].join(' and '),
        values: [
          ...(long.length > 0 ? [long.map((run) => `"${run}"`).join(' AND ')] : []),
          ...short.flatMap((run) => [run, run]),
        ],
      }
    },
  })
}
