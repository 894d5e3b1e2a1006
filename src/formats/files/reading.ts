import type { InputFile } from './inputFile'
import type { ReadItem } from './readItem'
import type { ReadingBudget } from './readingBudget'

/** What every reader of a kind of file is given. */
export interface Reading {
  readonly budget: ReadingBudget
  /** The fields of tables as a person chose them, by the name of the table. */
  readonly fields: ReadonlyMap<string, readonly (string | null)[]>
  /** Reads a file that is in another; `depth` counts the archives around it. */
  readonly readEntry: (file: InputFile, depth: number) => AsyncGenerator<ReadItem>
}
