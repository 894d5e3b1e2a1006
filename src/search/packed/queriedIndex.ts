import type { Segment } from './segment'

/** BM25+ as MiniSearch has it by default. */
export const DEFAULT_BM25 = { k: 1.2, b: 0.7, d: 0.5 }

/** What a query is asked of: segments, and what must be known of the whole index. */
export interface QueriedIndex {
  readonly segments: readonly Segment[]
  /** The ordinal of a document within the whole index; rising within a segment and from one to the next. */
  readonly ordinalOf: (segment: number, document: number) => number
  readonly fields: readonly string[]
  readonly documentCount: number
  readonly averageFieldLengths: readonly number[]
}
