import fc from 'fast-check'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedQuery } from '../../../../src/search/packed/packedQuery'
import { options, type Clipping } from './clippings'

const character = fc.constantFrom('中', '国', '家', '人', '民', '𠮷')
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
/** Any query of the fast path. */
export const { query } = fc.letrec<{ query: PackedQuery }>((tie) => ({
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

/** The number of a step is the id of the clipping that it adds. */
type Step =
  | { kind: 'add'; clipping: Omit<Clipping, 'id'> }
  | { kind: 'seal' }
  | { kind: 'reopen' }
  | { kind: 'merge' }
  | { kind: 'discard'; at: number }

/** What happens to an index, in a random order. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: clipping.map((added) => ({ kind: 'add' as const, clipping: added })) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'seal' }, { kind: 'reopen' }, { kind: 'merge' }) },
    { weight: 2, arbitrary: fc.nat().map((at) => ({ kind: 'discard' as const, at })) },
  ),
  { maxLength: 40, size: 'max' },
)

function holdsNear(asked: PackedQuery): boolean {
  if (asked.kind === 'near') return true
  if (asked.kind === 'not') return holdsNear(asked.query)
  return (asked.kind === 'and' || asked.kind === 'or') && asked.queries.some(holdsNear)
}

/** A query without `near`, which the packed index alone does not prove. */
export const provenQuery = query.filter((asked) => !holdsNear(asked))

/** An index after these steps, and the clippings that are in it. */
export function play(played: readonly Step[]): {
  index: PackedMiniSearch<Clipping>
  living: Map<number, Clipping>
} {
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
