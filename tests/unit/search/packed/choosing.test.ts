import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areNearby } from '../../../../src/search/packed/nearby'
import { planMerge } from '../../../../src/search/packed/planMerge'
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

describe('planning a merge', () => {
  it('puts neighbours together until few enough are left, the small ones first', () => {
    expect(planMerge([1000, 10, 20, 900, 5, 5], 4)).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 6 },
    ])
    expect(planMerge([5, 5], 4)).toEqual([])
    expect(planMerge([5, 5, 5], 1)).toEqual([{ start: 0, end: 3 }])
  })
})

describe('looking for what is near', () => {
  it('finds what is near, in either order, whatever overlaps', () => {
    expect(areNearby('甲一二乙', '甲', '乙', 2)).toBe(true)
    expect(areNearby('乙一二甲', '甲', '乙', 2)).toBe(true)
    expect(areNearby('甲一二三乙', '甲', '乙', 2)).toBe(false)
    expect(areNearby('甲一二三甲𠮷乙', '甲', '乙', 1)).toBe(true)
    expect(areNearby('中国人', '中国', '国人', 5)).toBe(false)
    expect(areNearby('中国中国人', '中国', '国人', 1)).toBe(true)
  })
})
