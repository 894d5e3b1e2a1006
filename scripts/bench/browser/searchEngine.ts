import type { Article } from '../../../src/domain/article'

/** How a question is asked besides its runs. */
export interface AskedFor {
  /** Only articles of this year; `null` for all. */
  readonly year: number | null
  /** Whether the hits of every year are to be counted. */
  readonly countsYears: boolean
}

/** The answer to a question: the exact total as far as the engine knows it, and the best 20. */
export interface Answer {
  readonly total: number
  readonly first: readonly number[]
  /** Hits by year where they were asked for. */
  readonly years: ReadonlyMap<number, number> | null
}

/** An index that is being made. Articles are numbered from 0 by their id, in order. */
export interface IndexBuilder {
  add(articles: readonly Article[]): void | Promise<void>
  /** Finishes the index and stores it; gives its bytes in storage. */
  store(): Promise<number>
}

/** An index that has been opened from storage. */
export interface OpenIndex {
  /** Answers a question about runs of folded Han characters that must all occur. */
  search(runs: readonly string[], asked: AskedFor): Answer | Promise<Answer>
  /** The numbers of all hits, to check them. */
  hits(runs: readonly string[], year: number | null): Iterable<number> | Promise<Iterable<number>>
  /** Loads what the first answer did not need, before further ones are timed. Says what it did. */
  finishOpening?(): string
  /** Bytes of its WebAssembly memory, if it has any. */
  webAssemblyBytes?(): number
}

/** An engine whose code has been loaded, in the worker that it has for itself. */
export interface SearchEngine {
  build(): IndexBuilder | Promise<IndexBuilder>
  open(): Promise<OpenIndex>
}

/** Answers wanted in a list of results. */
export const FIRST = 20
