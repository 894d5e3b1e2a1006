import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TopHits } from '../../../../src/search/packed/topHits'

describe('choosing the top hits', () => {
  it('keeps the best hits, of equal ones the first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(12), (keys, capacity) => {
        const best = new TopHits(capacity)
        keys.forEach((key, ordinal) => best.add(key, ordinal))
        const expected = keys
          .map((key, ordinal) => ({ key, ordinal }))
          .sort((a, b) => b.key - a.key || a.ordinal - b.ordinal)
        expect(best.sorted()).toEqual(expected.slice(0, capacity))
      }),
    )
  })
})
