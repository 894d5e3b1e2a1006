import type { ColumnInput } from './columnBuffer'
import type { FieldTokens } from './segmentBuilder'
import type { Segment } from './segment'

/** What is kept of a live document beside MiniSearch's own maps. */
export interface LiveDocument {
  /** By field number; undefined where the document lacks the field. Missing without a run tokenizer. */
  readonly tokens: readonly (FieldTokens | undefined)[] | undefined
  /** In the order of the columns in the options. */
  readonly columns: readonly ColumnInput[]
}

/** The live documents, packed, and the short id of each. */
export interface LiveSnapshot {
  readonly segment: Segment
  readonly shortIds: readonly number[]
}
