import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
})
