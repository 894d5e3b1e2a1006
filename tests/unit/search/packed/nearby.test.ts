import { describe, expect, it } from 'vitest'
import { areNearby } from '../../../../src/search/packed/nearby'

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
