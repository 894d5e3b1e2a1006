import type { Options } from 'minisearch'
import { PackedError } from './packedError'

/** Receives the parts of a text from a `RunTokenizer`, in the order of the text. */
export interface TokenSink {
  /**
   * `text[start, end)` is a run of characters that are written together, such as the Han characters between two
   * punctuation marks. It is indexed as its overlapping pairs of code points and, last, its last code point alone.
   * Phrases are found within a run, never across two.
   */
  run(text: string, start: number, end: number): void
  /** A word that is indexed as it is. */
  word(term: string): void
}

/**
 * Cuts the text of a field into runs and words, already folded: what it hands over is what is indexed. It must be a
 * pure function of its arguments.
 */
export type RunTokenizer = (text: string, fieldName: string, sink: TokenSink) => void

/**
 * Integers kept for each document, for facets, filters and sorting: −2^31 + 1 … 2^31 − 2 each, the same number meaning
 * the same in every segment. What a column does not know of a document is `undefined`, `null` or an empty array.
 */
export interface ColumnDefinition<T> {
  readonly kind: 'single' | 'multiple'
  readonly of: (document: T) => number | readonly number[] | null | undefined
}

/** What a packed index needs to know beyond MiniSearch's own options. */
export interface PackedSettings<T> {
  /**
   * Cuts texts into runs and words. It takes the place of MiniSearch's `tokenize` and `processTerm`, which must then
   * be absent, and makes phrases provable. Without it everything else works as well.
   */
  readonly tokenizeRuns?: RunTokenizer
  /** Names the tokenizer and its version; a segment of another one is refused. */
  readonly fingerprint?: string
  readonly columns?: Readonly<Record<string, ColumnDefinition<T>>>
  /** Bytes of pages and of decoded lists that all segments together keep in memory. Default: what suits their files. */
  readonly cacheBytes?: number
}

/** MiniSearch's options, and `packed` for what is new. */
export interface PackedOptions<T = any> extends Options<T> {
  readonly packed?: PackedSettings<T>
}

/** Throws `conflicting-options` if both a run tokenizer and MiniSearch's own ways of cutting are given. */
export function requireOneTokenizer(options: PackedOptions): void {
  if (options?.packed?.tokenizeRuns === undefined) return
  if ((options.tokenize ?? options.processTerm) === undefined) return
  throw new PackedError(
    'conflicting-options',
    '"packed.tokenizeRuns" takes the place of "tokenize" and "processTerm"',
  )
}
