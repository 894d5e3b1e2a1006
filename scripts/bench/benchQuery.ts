/** What is asked, by kind: runs of characters out of the text, names, two runs at once, runs that nobody wrote, runs that nearly everybody wrote. */
export const QUERY_KINDS = [
  '2 characters',
  '4 characters',
  '8 characters',
  'name',
  'and',
  'absent',
  'near-universal',
] as const
export type QueryKind = (typeof QUERY_KINDS)[number]

/** A question to every engine: the articles that hold all of the runs of Han characters, each anywhere. */
export interface BenchQuery {
  readonly kind: QueryKind
  readonly runs: readonly string[]
}

/**
 * How it is asked. `warm`: again and again, for the first 20 ids and the exact total. `cold`: for the first time in a
 * fresh worker. `filter`: as warm, only articles of one year. `facets`: as warm, and the number of hits of every year.
 */
export const MODES = ['warm', 'cold', 'filter', 'facets'] as const
export type Mode = (typeof MODES)[number]
