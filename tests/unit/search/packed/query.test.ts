import fc from 'fast-check'
import { type Query, type SearchResult } from 'minisearch'
import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedOptions, type RunTokenizer } from '../../../../src/search/packed/packedOptions'
import { type PackedAnswer, type PackedQuery } from '../../../../src/search/packed/packedQuery'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { pairsOfRun } from '../../../../src/search/packed/tokenizeByRuns'
import { isTie } from './searchResults'

interface Clipping {
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

const options: PackedOptions<Clipping> = {
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

const paragraphs =
  (clippings: ReadonlyMap<number, Clipping>) =>
  (id: unknown, field: string): readonly string[] =>
    (clippings.get(id as number)?.[field as 'title' | 'text'] ?? '').split('\n')

/** The plainest thing that can be right: looks at every text. */
function matches(
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

/** The terms of a query are given, not to be cut. */
const asIs = (term: string): string[] => [term]

/** The same question for MiniSearch, which does not know what adjoins. */
function loose(query: PackedQuery): Query | undefined {
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

const character = fc.constantFrom(...'中国家人民', '𠮷')
const han = fc.array(character, { minLength: 1, maxLength: 9 }).map((characters) => characters.join(''))
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: han }, fc.constantFrom('ab', 'abc', 'b', 'x')), { maxLength: 8 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom('，', '\n', ' '), { minLength: parts.length, maxLength: parts.length })
      .map((marks) => parts.map((part, i) => part + marks[i]!).join('')),
  )
const clipping = fc.record(
  {
    title: text,
    text,
    day: fc.integer({ min: -3, max: 3 }),
    people: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
  },
  { requiredKeys: ['people'] },
)
const fieldChoice = fc.option(fc.subarray(['title', 'text'], { minLength: 1 }), { nil: undefined })
const run = fc.oneof(
  han,
  fc.array(character, { minLength: 2, maxLength: 4 }).map((characters) => characters.join('')),
)
const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('run' as const), run, fields: fieldChoice }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('term' as const),
      term: fc.constantFrom('ab', 'abc', 'b', 'x', 'y'),
      fields: fieldChoice,
    }),
  },
)
const near = fc.record({
  kind: fc.constant('near' as const),
  left: fc.record({ kind: fc.constant('run' as const), run }),
  right: fc.record({ kind: fc.constant('run' as const), run }),
  distance: fc.nat(5),
  fields: fieldChoice,
})
const prefix = fc.record({
  kind: fc.constant('prefix' as const),
  prefix: fc.constantFrom('a', 'ab', '中', '中国'),
  fields: fieldChoice,
})
const { query } = fc.letrec<{ query: PackedQuery }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: leaf as fc.Arbitrary<PackedQuery> },
    { weight: 1, arbitrary: near as fc.Arbitrary<PackedQuery> },
    { weight: 1, arbitrary: prefix as fc.Arbitrary<PackedQuery> },
    { weight: 1, arbitrary: fc.constant({ kind: 'all' }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('not' as const), query: tie('query') }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('and', 'or'),
        queries: fc.array(tie('query'), { maxLength: 3 }),
      }),
    },
  ),
}))

type Step =
  | { kind: 'add'; clipping: Omit<Clipping, 'id'> }
  | { kind: 'seal' }
  | { kind: 'reopen' }
  | { kind: 'merge' }
  | { kind: 'discard'; at: number }
const steps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: clipping.map((added) => ({ kind: 'add', clipping: added })) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'seal' }, { kind: 'reopen' }, { kind: 'merge' }) },
    { weight: 2, arbitrary: fc.nat().map((at) => ({ kind: 'discard', at })) },
  ),
  { maxLength: 40, size: 'max' },
)

function play(played: readonly Step[]): { index: PackedMiniSearch<Clipping>; living: Map<number, Clipping> } {
  let index = new PackedMiniSearch<Clipping>(options)
  const living = new Map<number, Clipping>()
  played.forEach((step, id) => {
    if (step.kind === 'add') {
      const added = { ...step.clipping, id }
      index.add(added)
      living.set(id, added)
    } else if (step.kind === 'seal') {
      index.seal()
    } else if (step.kind === 'reopen') {
      index = PackedMiniSearch.open<Clipping>(index.toSegments(), options)
    } else if (step.kind === 'merge') {
      index.merge(1)
    } else if (living.size > 0) {
      const discarded = [...living.keys()][step.at % living.size]!
      index.discard(discarded)
      living.delete(discarded)
    }
  })
  return { index, living }
}

function expectScoresOfSearch(answer: PackedAnswer, results: readonly SearchResult[]): void {
  const scores = new Map(results.map(({ id, score }) => [id as unknown, score]))
  answer.ids.forEach((id, i) => {
    if (!isTie(answer.scores[i]!, scores.get(id) ?? NaN)) expect(answer.scores[i]).toBe(scores.get(id))
  })
  for (let i = 1; i < answer.scores.length; i++)
    expect(answer.scores[i]!).toBeLessThanOrEqual(answer.scores[i - 1]!)
}

describe('PackedMiniSearch.query', () => {
  it('finds what a scan of the texts finds, over segments, removed and live documents', () => {
    fc.assert(
      fc.property(steps, fc.array(query, { minLength: 1, maxLength: 8 }), (played, queries) => {
        const { index, living } = play(played)
        for (const asked of queries) {
          const expected = [...living.values()]
            .filter((candidate) => matches(asked, candidate))
            .map(({ id }) => id)
          const answer = index.query(asked, { top: 1000, paragraphs: paragraphs(living) })
          expect(answer.total).toBe(expected.length)
          expect([...answer.ids].sort()).toEqual(expected.sort())
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })

  it('scores as search does', () => {
    fc.assert(
      fc.property(steps, fc.array(query, { minLength: 1, maxLength: 8 }), (played, queries) => {
        const { index } = play(played)
        for (const asked of queries) {
          const same = loose(asked)
          if (same === undefined) continue
          if (hasProofs(asked)) continue
          const answer = index.query(asked, {
            top: 1000,
            boost: { title: 2 },
            bm25: { k: 1, b: 0.5, d: 0.4 },
          })
          const results = index.search(same, {
            tokenize: asIs,
            boost: { title: 2 },
            bm25: { k: 1, b: 0.5, d: 0.4 },
          })
          expectScoresOfSearch(answer, results)
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })

  it('filters, counts facets and sorts as a plain loop does', () => {
    const filters = fc.record({
      days: fc.option(fc.uniqueArray(fc.integer({ min: -3, max: 3 })), { nil: undefined }),
      undated: fc.boolean(),
      anyone: fc.option(fc.uniqueArray(fc.nat(6)), { nil: undefined }),
      everyone: fc.option(fc.nat(6), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        steps,
        query,
        filters,
        fc.boolean(),
        fc.nat(5),
        (played, asked, chosen, descending, skip) => {
          const { index, living } = play(played)
          const passesDay = ({ day }: Clipping): boolean =>
            chosen.days === undefined || (day === undefined ? chosen.undated : chosen.days.includes(day))
          const passesAny = ({ people }: Clipping): boolean =>
            chosen.anyone === undefined || people.some((person) => chosen.anyone!.includes(person))
          const passesEvery = ({ people }: Clipping): boolean =>
            chosen.everyone === undefined || people.includes(chosen.everyone)
          const found = [...living.values()].filter((candidate) => matches(asked, candidate))
          const hits = found.filter((hit) => passesDay(hit) && passesAny(hit) && passesEvery(hit))
          const answer = index.query(asked, {
            top: 10,
            skip,
            sort: { column: 'day', descending },
            paragraphs: paragraphs(living),
            facets: ['day', 'people'],
            filters: [
              {
                column: 'day',
                accepts: (day) => passesDay({ id: 0, people: [], ...(day !== undefined && { day }) }),
              },
              {
                column: 'people',
                accepts: (person) => chosen.anyone === undefined || chosen.anyone.includes(person!),
              },
              {
                column: 'people',
                mode: 'every',
                accepts: (person) => chosen.everyone === undefined || person === chosen.everyone,
              },
            ],
          })
          expect(answer.total).toBe(hits.length)
          const direction = descending ? -1 : 1
          const sorted = hits.sort(
            (a, b) => direction * ((a.day ?? direction * 9) - (b.day ?? direction * 9)),
          )
          expect(answer.ids).toEqual(sorted.map(({ id }) => id).slice(skip, skip + 10))
          for (let day = -3; day <= 3; day++) {
            const count = found.filter((hit) => hit.day === day && passesAny(hit) && passesEvery(hit)).length
            expect(answer.facets['day']!.count(day)).toBe(count)
          }
          for (let person = 0; person <= 6; person++) {
            const count = found.filter(
              (hit) => hit.people.includes(person) && passesDay(hit) && passesEvery(hit),
            ).length
            expect(answer.facets['people']!.count(person)).toBe(count)
          }
          const undated = found.filter(
            (hit) => hit.day === undefined && passesAny(hit) && passesEvery(hit),
          ).length
          expect(answer.facets['day']!.without).toBe(undated)
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })

  it('is exact over thousands of documents, where lists have blocks and frequent grams lists of their own', () => {
    const { clippings, pick } = manyClippings(5000, 12345)
    const builder = new SegmentBuilder<Clipping>(options)
    for (const added of clippings.slice(0, 4200)) builder.add(added)
    const index = PackedMiniSearch.open<Clipping>([builder.build()], options)
    index.addAll(clippings.slice(4200, 4800))
    index.seal()
    index.addAll(clippings.slice(4800))
    for (const [id] of clippings.entries()) if (id % 7 === 3) index.discard(id)
    const living = clippings.filter(({ id }) => id % 7 !== 3)
    expectExact(index, living, pick)
    index.merge(1)
    expectExact(index, living, pick)
    expectExact(PackedMiniSearch.open<Clipping>(index.toSegments(), options), living, pick)
  })
})

/** Under OR, search counts the terms of a branch that is met loosely, so only chains without a gap can be compared. */
function hasProofs(asked: PackedQuery): boolean {
  if (asked.kind === 'or') return asked.queries.some(isProven)
  return asked.kind === 'and' && asked.queries.some(hasProofs)
}

function isProven(asked: PackedQuery): boolean {
  if (asked.kind === 'run') return Array.from(asked.run).length > 2 || asked.fields !== undefined
  return asked.kind === 'and' || asked.kind === 'or' ? asked.queries.some(isProven) : false
}

function manyClippings(
  count: number,
  seed: number,
): { clippings: Clipping[]; pick: (below: number) => number } {
  let state = seed
  const pick = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const characters = Array.from('中国家人民大会堂上海市委书记长江水电新闻联播改革开放的一是在不了有和𠮷')
  const common = ['改革开放', '新闻联播', '人民大会堂', '一一一']
  const sentence = (length: number): string => {
    let made = ''
    while (made.length < length) {
      if (pick(6) === 0) made += common[pick(common.length)]
      else if (pick(9) === 0) made += '，'
      else made += characters[Math.floor(characters.length * (pick(1000) / 1000) ** 2)]
    }
    return made
  }
  const clippings = Array.from({ length: count }, (_, id) => ({
    id,
    title: sentence(8),
    text: sentence(20 + pick(200)),
    day: pick(1000),
    people: [pick(50)],
  }))
  return { clippings, pick }
}

function expectExact(
  index: PackedMiniSearch<Clipping>,
  living: readonly Clipping[],
  pick: (below: number) => number,
): void {
  for (let round = 0; round < 120; round++) {
    const source = living[pick(living.length)]!.text!
    const runs = source.match(/\p{Script=Han}+/gu)!
    const chosen = Array.from(runs[pick(runs.length)]!)
    const start = pick(chosen.length)
    const asked = { kind: 'run', run: chosen.slice(start, start + 1 + pick(6)).join('') } as const
    const answer = index.query(asked, { top: 10_000 })
    const expected = living.filter(({ title, text: body }) =>
      [title, body].some((part) => part!.includes(asked.run)),
    )
    expect(answer.total, asked.run).toBe(expected.length)
    expect([...answer.ids].sort()).toEqual(expected.map(({ id }) => id).sort())
    if (round % 10 === 0) {
      const results = index.search(loose(asked)!, { tokenize: asIs })
      expectScoresOfSearch(answer, results)
    }
  }
}
