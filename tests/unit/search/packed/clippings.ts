import { type Query, type SearchResult } from 'minisearch'
import { expect } from 'vitest'
import { type PackedOptions, type RunTokenizer } from '../../../../src/search/packed/packedOptions'
import { type PackedAnswer, type PackedQuery } from '../../../../src/search/packed/packedQuery'
import { pairsOfRun } from '../../../../src/search/packed/tokenizeByRuns'
import { isTie } from './searchResults'

/** A document with a title, a text, a day and people. */
export interface Clipping {
  readonly id: number
  readonly title?: string
  readonly text?: string
  readonly day?: number
  readonly people: readonly number[]
}

/** Runs of Han characters; words of Latin letters; a line is a paragraph. */
const tokenizeRuns: RunTokenizer = (text, _field, sink) => {
  for (const part of text.matchAll(/([\p{Script=Han}]+)|([a-z]+)/gu)) {
    if (part[1] === undefined) sink.word(part[0])
    else sink.run(text, part.index, part.index + part[0].length)
  }
}

/** Runs and two columns. */
export const options: PackedOptions<Clipping> = {
  fields: ['title', 'text'],
  autoVacuum: false,
  packed: {
    tokenizeRuns,
    columns: {
      day: { kind: 'single', of: ({ day }) => day },
      people: { kind: 'multiple', of: ({ people }) => people },
    },
  },
}

/** The lines of a field, for `near`. */
export const paragraphs =
  (clippings: ReadonlyMap<number, Clipping>) =>
  (id: unknown, field: string): readonly string[] =>
    (clippings.get(id as number)?.[field as 'title' | 'text'] ?? '').split('\n')

/** The plainest thing that can be right: looks at every text. */
export function matches(
  query: PackedQuery,
  clipping: Clipping,
  fields: readonly string[] = ['title', 'text'],
): boolean {
  const texts = (names: readonly string[]): string[] =>
    names.map((name) => clipping[name as 'title' | 'text'] ?? '')
  const words = (text: string): string[] => text.match(/[a-z]+/g) ?? []
  const terms = (text: string): string[] =>
    (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => [...pairsOfRun(run), Array.from(run).pop()!])
  switch (query.kind) {
    case 'all':
      return true
    case 'and':
      return query.queries.every((child) => matches(child, clipping, fields))
    case 'or':
      return query.queries.some((child) => matches(child, clipping, fields))
    case 'not':
      return !matches(query.query, clipping, fields)
    case 'run':
      return texts(query.fields ?? fields).some((text) => text.includes(query.run))
    case 'term':
      return texts(query.fields ?? fields).some((text) =>
        [...words(text), ...terms(text)].includes(query.term),
      )
    case 'prefix':
      return texts(query.fields ?? fields).some((text) =>
        [...words(text), ...terms(text)].some((term) => term.startsWith(query.prefix)),
      )
    case 'near':
      return (query.fields ?? fields).some((field) =>
        texts([field])[0]!
          .split('\n')
          .some((paragraph) => {
            const [left, right] = [query.left, query.right].map((leaf) =>
              leaf.kind === 'run' ? leaf.run : leaf.term,
            )
            for (let i = paragraph.indexOf(left!); i >= 0; i = paragraph.indexOf(left!, i + 1)) {
              for (let j = paragraph.indexOf(right!); j >= 0; j = paragraph.indexOf(right!, j + 1)) {
                const gap =
                  i < j ? paragraph.slice(i + left!.length, j) : paragraph.slice(j + right!.length, i)
                const isApart = i < j ? i + left!.length <= j : j + right!.length <= i
                if (isApart && Array.from(gap).length <= query.distance) return true
              }
            }
            return false
          }),
      )
    default:
      throw new Error(query.kind)
  }
}

/** The tokenizer of a query whose terms are given, not to be cut. */
export const asIs = (term: string): string[] => [term]

/** The same question for MiniSearch, which does not know what adjoins; undefined if it has no words for it. */
export function loose(query: PackedQuery): Query | undefined {
  switch (query.kind) {
    case 'run': {
      const pairs = pairsOfRun(query.run)
      const fields = query.fields && { fields: [...query.fields] }
      if (pairs.length === 0) return { combineWith: 'AND', prefix: true, queries: [query.run], ...fields }
      return { combineWith: 'AND', queries: pairs, ...fields }
    }
    case 'term':
      return { combineWith: 'AND', queries: [query.term], ...(query.fields && { fields: [...query.fields] }) }
    case 'and':
    case 'or': {
      const queries = query.queries.map(loose)
      if (queries.length === 0 || queries.includes(undefined)) return undefined
      return { combineWith: query.kind === 'and' ? 'AND' : 'OR', queries: queries as Query[] }
    }
    default:
      return undefined
  }
}

/** The scores of an answer are those that `search` gives, and fall. */
export function expectScoresOfSearch(answer: PackedAnswer, results: readonly SearchResult[]): void {
  const scores = new Map(results.map(({ id, score }) => [id as unknown, score]))
  answer.ids.forEach((id, i) => {
    const score = scores.get(id)
    expect(score, `score of ${String(id)}`).toBeDefined()
    expect(isTie(answer.scores[i]!, score!) ? score : answer.scores[i]).toBe(score)
  })
  for (let i = 1; i < answer.scores.length; i++)
    expect(answer.scores[i]!).toBeLessThanOrEqual(answer.scores[i - 1]!)
}
