import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PackedQuery } from '../../../../src/search/packed/packedQuery'
import { SealedMiniSearch } from '../../../../src/search/packed/sealedMiniSearch'
import { options, type Clipping } from './clippings'
import { propertyRuns } from './propertyRuns'
import { play, provenQuery, steps } from './queryArbitraries'

const BOOST = { title: 3, text: 1 }

/** Ids and scores by id, of the sealed documents. */
function found(index: SealedMiniSearch<Clipping>, asked: PackedQuery): ReadonlyMap<unknown, number> {
  const all = index.find(asked)
  const scores = all.scoresOf(all.ordinals, BOOST)
  return new Map(Array.from(all.ordinals, (ordinal, place) => [index.idAt(ordinal), scores[place]!]))
}

function expectAlike(a: ReadonlyMap<unknown, number>, b: ReadonlyMap<unknown, number>): void {
  expect([...a.keys()].sort()).toEqual([...b.keys()].sort())
  for (const [id, score] of a) expect(score).toBeCloseTo(b.get(id)!, 9)
}

describe('SealedMiniSearch', () => {
  it('finds all that a query of the fast path finds, with its scores', () => {
    fc.assert(
      fc.property(steps, fc.array(provenQuery, { minLength: 1, maxLength: 6 }), (played, queries) => {
        const { index } = play(played)
        index.seal()
        for (const asked of queries) {
          const answer = index.query(asked, { top: 1000, boost: BOOST })
          expectAlike(
            found(index, asked),
            new Map(answer.ids.map((id, place) => [id, answer.scores[place]!])),
          )
        }
      }),
      propertyRuns(50),
    )
  })

  it('scores any of the documents alone as among all', () => {
    fc.assert(
      fc.property(steps, provenQuery, fc.func(fc.boolean()), (played, asked, isChosen) => {
        const { index } = play(played)
        index.seal()
        const all = index.find(asked)
        const scores = all.scoresOf(all.ordinals, BOOST)
        const chosen = all.ordinals.filter((ordinal) => isChosen(ordinal))
        const expected = [...scores].filter((_, place) => isChosen(all.ordinals[place]!))
        all.scoresOf(chosen, BOOST).forEach((score, place) => expect(score).toBeCloseTo(expected[place]!, 9))
      }),
      propertyRuns(50),
    )
  })

  it('is the same when its segments are attached one by one', () => {
    fc.assert(
      fc.property(steps, provenQuery, (played, asked) => {
        const segments = play(played).index.toSegments()
        const attached = new SealedMiniSearch<Clipping>(options)
        for (const segment of segments) attached.attach(segment)
        const opened = SealedMiniSearch.open<Clipping>(segments, options)
        expect([...attached.find(asked).ordinals]).toEqual([...opened.find(asked).ordinals])
        expect(attached.removedDocuments()).toEqual(opened.removedDocuments())
        expect(attached.documentCount).toBe(opened.documentCount)
      }),
      propertyRuns(50),
    )
  })

  it('takes a document out by its ordinal as it does by its id', () => {
    fc.assert(
      fc.property(steps, fc.nat(), provenQuery, (played, pick, asked) => {
        const segments = play(played).index.toSegments()
        const [byOrdinal, byId] = [0, 1].map(() => SealedMiniSearch.open<Clipping>(segments, options))
        const living = [...byOrdinal!.find({ kind: 'all' }).ordinals]
        if (living.length === 0) return
        const ordinal = living[pick % living.length]!
        const id = byOrdinal!.idAt(ordinal)
        expect(byOrdinal!.ordinalOf(id)).toBe(ordinal)
        byOrdinal!.discardAt(ordinal)
        byOrdinal!.discardAt(ordinal)
        byId!.discard(id)
        expect(byOrdinal!.ordinalOf(id)).toBeUndefined()
        expect(byOrdinal!.idAt(ordinal)).toBe(id)
        expect(byOrdinal!.documentCount).toBe(byId!.documentCount)
        expectAlike(found(byOrdinal!, asked), found(byId!, asked))
      }),
      propertyRuns(50),
    )
  })
})
