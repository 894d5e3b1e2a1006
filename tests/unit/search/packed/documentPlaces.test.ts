import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentPlaces } from '../../../../src/search/packed/documentPlaces'

/** Rising documents; of small gaps, of great ones, and of both, as where much was written in one month. */
const rising = (minLength: number): fc.Arbitrary<Int32Array> =>
  fc
    .array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3000 })), {
      minLength,
      maxLength: 300,
    })
    .map((gaps) => {
      let document = -1
      return Int32Array.from(gaps, (gap) => (document += gap))
    })

describe('the places of documents in a list', () => {
  it('are told, and kept to, as by a search through the list', () => {
    fc.assert(
      fc.property(rising(1), rising(0), (documents, others) => {
        const wanted = Int32Array.from(
          new Set([...documents.filter((_, i) => i % 2 === 0), ...others]),
        ).sort()
        const expected = Array.from(wanted, (document) => documents.indexOf(document))
        const known = new DocumentPlaces(documents)
        const places = new Int32Array(wanted.length + 1).fill(-7)
        known.locate(wanted, wanted.length, places)
        expect([...places]).toEqual([...expected, -7])
        const candidates = wanted.slice()
        const kept = known.intersect(candidates, candidates.length)
        expect([...candidates.subarray(0, kept)]).toEqual([...wanted].filter((_, i) => expected[i]! >= 0))
      }),
    )
  })
})
