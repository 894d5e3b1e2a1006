import { type SearchResult } from 'minisearch'
import { expect } from 'vitest'

/** Two scores that differ by less, relatively, are a tie. */
const TOLERANCE = 1e-9

/**
 * The same ids, scores within 1e-9 relative, the same order wherever scores differ by more, and the same matches,
 * query terms and stored fields.
 */
export function expectSameResults(actual: readonly SearchResult[], expected: readonly SearchResult[]): void {
  const expectedById = new Map(expected.map((result) => [result.id as unknown, result]))
  expect(sorted(actual.map(({ id }) => id))).toEqual(sorted(expected.map(({ id }) => id)))
  for (const result of actual) {
    const other = expectedById.get(result.id)!
    if (!isTie(result.score, other.score))
      expect(result.score, `score of ${String(result.id)}`).toBe(other.score)
    expect(normalized(result)).toEqual(normalized(other))
  }
  for (let i = 1; i < actual.length; i++) {
    const before = expectedById.get(actual[i - 1]!.id)!.score
    const after = expectedById.get(actual[i]!.id)!.score
    if (!isTie(before, after)) expect(before).toBeGreaterThan(after)
  }
}

/** Whether two scores are the same but for rounding. */
export function isTie(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))
}

function normalized({ match, terms, queryTerms, score: _score, ...rest }: SearchResult): unknown {
  const fields = Object.fromEntries(
    Object.entries(match).map(([term, names]) => [term, sorted([...new Set(names)])]),
  )
  return { ...rest, match: fields, terms: sorted(terms), queryTerms: sorted(queryTerms) }
}

function sorted<Element>(elements: readonly Element[]): Element[] {
  return [...elements].sort((a, b) => (String(a) < String(b) ? -1 : 1))
}
