import type { ClipInput, ReadArticle, TableReading } from '../../domain/clipping'
import type { NewspaperDescription } from '../../domain/collection'
import type { Problem } from '../../domain/problem'
import type { OriginalPage } from '../../formats/files/readItem'

/** What was read, in its order. */
export type ReadEntry =
  | {
      readonly kind: 'article'
      readonly file: string
      readonly row: number
      readonly read: ReadArticle
      /** The number of the page that it was read from, or `null`. */
      readonly original: number | null
    }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'table'; readonly table: TableReading }

/** Some of what an input gives, fit to cross a thread. */
export interface ReadPiece {
  readonly entries: readonly ReadEntry[]
  /** Pages that articles of this piece are the first to name; numbers are used once by a reader. */
  readonly originals: readonly (OriginalPage & { readonly number: number })[]
  /** The file being read, and how many bytes of the input have been. */
  readonly file: string
  readonly bytes: number
  /** Whether nothing more comes. */
  readonly isEnd: boolean
}

/** The fields of a table's columns as a person chose them, by the table's file. */
export type ChosenFields = ReadonlyMap<string, readonly (string | null)[]>

/** Reads inputs, one after the other and only as far as it is asked. */
export interface InputReader {
  /**
   * Begins with an input; what was left of the one before is let go.
   *
   * @param newspapers what is known of newspapers, such as where they are at home
   */
  open(input: ClipInput, fields: ChosenFields, newspapers?: readonly NewspaperDescription[]): Promise<void>
  /** What comes next. Settles a few times a second while there is nothing new but how far it has come. */
  next(): Promise<ReadPiece>
  /** Lets go of everything, at once: calls under way may never settle. Nothing is asked of it any more. */
  stop(): void
}
