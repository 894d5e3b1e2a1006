import { indexTokens } from '../../../../src/text/tokens'
import type { SearchEngine } from '../searchEngine'
import { loadSqlite } from './sqlite'

/**
 * FTS5 over bigrams, without the text. The single character that ends each run stands between the pairs of two runs,
 * so a phrase of pairs never goes from one run to the next, and phrases are exact.
 */
export function load(): Promise<SearchEngine> {
  return loadSqlite({
    createIndex:
      "create virtual table fts using fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 0')",
    stored: () => null,
    indexed: (text) => indexTokens(text).join(' '),
    conditionOf: (runs) => ({
      usesIndex: true,
      condition: 'fts match ?',
      // All pairs, in order and as often as they occur, without the character at the end.
      values: [runs.map((run) => `"${indexTokens(run).slice(0, -1).join(' ')}"`).join(' AND ')],
    }),
  })
}
