import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { QUERY_FIELDS, type QueryTerm } from '../../../src/domain/queryReading'
import { anIndex } from '../builders/anIndexPart'
import { printQuery } from '../../../src/search/printQuery'
import { anArticle, aPerson } from '../builders/anArticle'
import { queryTreesOf } from '../builders/anyQueryTree'
import { matchesNaively } from './naiveQuery'

const text = fc.string({
  unit: fc.constantFrom(
    '基',
    '石',
    '工',
    '黨',
    '建',
    '𠮷',
    '，',
    ' ',
    'a',
    'b',
    'ab',
    '5',
    '○',
    ' abc',
    'abd ',
  ),
  minLength: 0,
  maxLength: 12,
})

const article: fc.Arbitrary<Article> = fc
  .record({
    title: text,
    kicker: text,
    subtitle: text,
    paragraphs: fc.array(text, { maxLength: 3 }),
    people: fc.subarray(['石建', '基　工', '党石基']),
    authors: fc.subarray(['工石', 'ab']),
    offices: fc.subarray(['基工党长', '石　建主任', 'ab']),
    category: fc.constantFrom([], ['基石'], ['基石', '工党'], ['建/工']),
    newspaper: fc.constantFrom('基石日报', '工党晚报 ab', '基石日報'),
    page: fc.constantFrom('01', '1', '01,04', 'A03', '第1张第4版'),
  })
  .map(({ people, offices, ...fields }) =>
    anArticle({ ...fields, people: people.map((name) => aPerson(name, ...offices)) }),
  )

const articles = fc
  .array(article, { minLength: 1, maxLength: 20 })
  .map((all) => all.map((one, number) => ({ ...one, id: `a${number}` })))

const han = { unit: fc.constantFrom('基', '石', '工', '党', '建', '𠮷', '〇'), minLength: 1, maxLength: 3 }
const latin = fc.constantFrom('a', 'ab', 'abc', 'AB5', 'ｂ')
const field = fc.constantFrom(null, null, null, ...QUERY_FIELDS)
const marked = fc
  .string({ unit: fc.constantFrom('基', '石', '工', '，', ' '), minLength: 1, maxLength: 4 })
  .filter((one) => one.trim() === one)
const terms: fc.Arbitrary<QueryTerm> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ text: fc.string(han), kind: fc.constant('run' as const), field }) },
  { weight: 1, arbitrary: fc.record({ text: latin, kind: fc.constant('run' as const), field }) },
  {
    weight: 1,
    arbitrary: fc.record({
      text: fc.constantFrom('01', '1'),
      kind: fc.constant('run' as const),
      field: fc.constant('page' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ text: marked, kind: fc.constant('phrase' as const), field }) },
  {
    weight: 2,
    arbitrary: fc.record({ text: latin, kind: fc.constantFrom('prefix' as const, 'fuzzy' as const), field }),
  },
)

describe('queries of every kind against a search that looks at every article', () => {
  it('find the same articles, in one part or in many', () => {
    fc.assert(
      fc.property(
        articles,
        queryTreesOf(terms),
        fc.integer({ min: 1, max: 25 }),
        (archive, tree, rowsOfPart) => {
          const index = anIndex(
            archive.map((one) => ({ article: one, collection: 'any' })),
            rowsOfPart,
          )
          const q = printQuery(tree)
          const expected = archive.filter((one) => matchesNaively(one, tree)).map(({ id }) => id)
          const answer = index.run({ ...EMPTY_QUERY, q })
          expect([...answer.ids(0, 100)].sort(), q).toEqual(expected.sort())
          expect(answer.total).toBe(expected.length)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
