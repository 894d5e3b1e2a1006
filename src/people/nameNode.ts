import type { NameKind } from '../domain/article'

/** A string that may be a name: where it ends, and how probable it is as one, as a natural logarithm. */
export interface NameNode {
  readonly end: number
  readonly kind: NameKind
  readonly log: number
  /** By how much it is more probable where the text speaks for a name, since its given name is a word (晚霞, 长征). */
  readonly asWord: number
}
