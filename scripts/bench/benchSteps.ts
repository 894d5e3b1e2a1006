import type { BenchQuery, Mode } from './benchQuery'
import type { Exactness } from './statistics'

/** What a worker is asked to do, in a browser of its own: first to build and store an index, later to open and question it. */
export type StepRequest =
  | { readonly step: 'build'; readonly engine: string; readonly size: number }
  | {
      readonly step: 'search'
      readonly engine: string
      readonly size: number
      readonly queries: readonly BenchQuery[]
      /** The query that is answered first. */
      readonly first: number
      readonly filterYear: number
    }

export interface BuildResult {
  /** From articles in memory to an index in storage. */
  readonly buildMs: number
  readonly indexBytes: number
}

export interface SearchResult {
  /** From the stored index to the answer of the first query; code is loaded before. */
  readonly openMs: number
  /** By mode, the milliseconds of each query; a mode for which there was no time left is missing. */
  readonly times: Readonly<Partial<Record<Mode, readonly number[]>>>
  readonly exactness: Readonly<Record<Mode, readonly Exactness[]>>
  /** The fewest runs that any query was timed over. */
  readonly fewestRuns: number
  /** Bytes of WebAssembly memory, which the browser's measurement of memory leaves out. */
  readonly webAssemblyBytes: number
  readonly notes: readonly string[]
}
