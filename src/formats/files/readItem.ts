import type { ReadArticle, TableReading } from '../../domain/clipping'
import type { Problem } from '../../domain/problem'
import type { ReadingLimits } from './readingLimits'

/** A page or a document as it was given, to be kept with the articles that were read from it. */
export interface OriginalPage {
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * What reading a file gives, in the order of the file.
 *
 * `article`: `row` is the line of JSON Lines, the row of a table (the header is row 1), and else the number of the
 * article in its file, from 1. `original` is there for a page or a document, the same object for all its articles.
 *
 * `table`: the columns of a table, before its articles with 0 `rows`, and once more behind them with the rows that were
 * read; a table without a title column comes once.
 *
 * `progress`: bytes of the outermost file that were read so far, never more than its size.
 */
export type ReadItem =
  | {
      readonly kind: 'article'
      readonly file: string
      readonly row: number
      readonly read: ReadArticle
      readonly original: OriginalPage | null
    }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'table'; readonly table: TableReading }
  | { readonly kind: 'progress'; readonly file: string; readonly bytes: number }

/** How a file is to be read. */
export interface ReadingOptions {
  /** The fields of a table's columns as a person chose them, by {@link TableReading}'s `file`. */
  readonly fields?: ReadonlyMap<string, readonly (string | null)[]>
  readonly limits?: Partial<ReadingLimits>
  /** Milliseconds that only grow, for the limit of time. */
  readonly now?: () => number
}

/** A problem of a file as an item. */
export function problemItem(
  file: string,
  row: number,
  problem: Pick<Problem, 'code' | 'message'> & { readonly field?: string },
): ReadItem {
  const { field = '', code, message } = problem
  return { kind: 'problem', problem: { file, row, field, code, message } }
}
