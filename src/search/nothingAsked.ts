import type { CompiledQuery } from './compileQuery'

/** Whether a query has no words at all, so that every article is its result. */
export function asksForNothing(q: string): boolean {
  return q.trim() === ''
}

/** A query without words, as it is compiled. */
export const NOTHING_ASKED: CompiledQuery = {
  reading: { terms: [], parts: [], remarks: [], loosenings: [] },
  marks: { title: [], text: [] },
  wanted: [],
  matchesAll: true,
  root: { kind: 'all', nodes: [] },
}
