import fc from 'fast-check'
import MiniSearch, { type Query, type SearchOptions } from 'minisearch'

/** A document of three fields. */
export interface Article {
  readonly id: string | number
  readonly title?: string
  readonly text?: string
  readonly note?: string
}

/** What can be done to an index; `at` chooses among the articles that are in it. */
export type Operation =
  | { readonly kind: 'add'; readonly article: Article }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'discard'; readonly at: number }
  | { readonly kind: 'replace'; readonly at: number; readonly article: Article }
  | { readonly kind: 'seal' | 'reopen' | 'merge' | 'vacuum' }

/** The fields of an article. */
export const FIELDS = ['title', 'text', 'note']

const words = [
  'a',
  'ab',
  'abc',
  'abd',
  'abcd',
  'b',
  'ba',
  'bac',
  'app',
  'apple',
  'apply',
  '中',
  '中国',
  '国',
  '国家',
  '家中',
  '𠮷',
  '𠮷野',
  '\ud800',
]
const word = fc.constantFrom(...words)
const text = fc.oneof(
  { weight: 8, arbitrary: fc.array(word, { maxLength: 12 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.constant('') },
)
const manyTimes = fc
  .tuple(word, fc.integer({ min: 1, max: 300 }))
  .map(([part, times]) => `${part} `.repeat(times))
const field = fc.option(fc.oneof({ weight: 12, arbitrary: text }, { weight: 1, arbitrary: manyTimes }), {
  nil: undefined,
  freq: 5,
})

const articleWithout = fc.record({ title: field, text: field, note: field }, { requiredKeys: [] })

/** Any string, unpaired surrogates included. */
export const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
)

/** Operations in a random order; ids are given by the test. */
export const operations: fc.Arbitrary<readonly Operation[]> = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: articleWithout.map((article) => ({ kind: 'add', article: article as Article }) as const),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('remove', 'discard'), at: fc.nat() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('replace' as const),
        at: fc.nat(),
        article: articleWithout as fc.Arbitrary<Article>,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('seal', 'reopen', 'merge', 'vacuum') }) },
  ),
  { maxLength: 40, size: 'max' },
)

const boostedTerms = new Set(['a', 'ab', '中国'])
const searchOptions: fc.Arbitrary<SearchOptions> = fc.record(
  {
    prefix: fc.oneof(
      fc.boolean(),
      fc.constant((term: string) => term.length > 1),
    ),
    fuzzy: fc.oneof(
      fc.boolean(),
      fc.constantFrom(0.2, 0.5, 1, 2),
      fc.constant((term: string) => (term.length > 2 ? 1 : false)),
    ),
    maxFuzzy: fc.constantFrom(1, 2, 6),
    fields: fc.subarray(FIELDS, { minLength: 1 }),
    boost: fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom(0.5, 2, 3)),
    combineWith: fc.constantFrom('AND', 'OR', 'AND_NOT', 'and'),
    filter: fc.constant((result: { id: unknown }) => String(result.id).length % 2 === 0),
    boostDocument: fc.constant((id: unknown, term: string) => (String(id).length % 3) + term.length * 0.25),
    boostTerm: fc.constant((term: string) => (boostedTerms.has(term) ? 2 : 1)),
    weights: fc.constantFrom({ fuzzy: 0.3, prefix: 0.8 }),
    bm25: fc.constantFrom({ k: 1.5, b: 0.3, d: 0.1 }, { k: 0.5, b: 1, d: 1 }),
  },
  { requiredKeys: [] },
)

const queryText = fc
  .array(fc.oneof(word, fc.constant('zzz')), { maxLength: 4 })
  .map((parts) => parts.join(' '))

const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: queryText },
    { weight: 1, arbitrary: fc.constant(MiniSearch.wildcard) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(searchOptions, fc.array(tie('query'), { maxLength: 3 }))
        .map(([options, queries]) => ({ ...without(options, 'filter', 'boostDocument'), queries })),
    },
  ),
}))

/** Queries of MiniSearch with options. */
export const searches = fc.array(fc.tuple(query, searchOptions), { minLength: 1, maxLength: 8 })

function without<Value extends object>(value: Value, ...keys: (keyof Value)[]): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key as keyof Value)),
  ) as Value
}
