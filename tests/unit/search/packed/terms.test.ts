import fc from 'fast-check'
import SearchableMap from 'minisearch/SearchableMap'
import { describe, expect, it } from 'vitest'
import { fuzzyDistance } from '../../../../src/search/packed/fuzzyDistance'
import {
  compareBytes,
  decodeUnits,
  encodeUnits,
  isCodePointPair,
  NO_PAIR_KEY,
  pairKey,
  pairTerm,
} from '../../../../src/search/packed/termKey'
import { anyString } from './arbitraries'

describe('terms', () => {
  it('keep every string, and their bytes have the order of the strings', () => {
    fc.assert(
      fc.property(anyString, anyString, (a, b) => {
        const [left, right] = [encodeUnits(a), encodeUnits(b)]
        expect(decodeUnits(left, 0, left.length)).toBe(a)
        expect(Math.sign(compareBytes(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0)
        expect(isCodePointPair(a)).toBe(Array.from(a).length === 2)
        expect(pairKey(a) === NO_PAIR_KEY ? a : pairTerm(pairKey(a))).toBe(a)
      }),
      { numRuns: 2000 },
    )
  })

  it('are as far from each other as MiniSearch finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 60, size: 'max' }),
        word,
        fc.integer({ min: 1, max: 4 }),
        (terms, asked, most) => {
          const tree = SearchableMap.from<boolean>(terms.map((term) => [term, true]))
          const expected = Array.from(
            tree.fuzzyGet(asked, most),
            ([term, [, distance]]) => [term, distance] as const,
          )
          const distanceTo = fuzzyDistance(asked, most)
          const found = [...terms].sort().flatMap((term) => {
            const distance = distanceTo(term)
            return distance === undefined ? [] : [[term, distance] as const]
          })
          expect(new Map(found)).toEqual(new Map(expected))
        },
      ),
      { numRuns: 500 },
    )
  })
})
