import { describe, expect, it } from 'vitest'
import { planMerge } from '../../../../src/search/packed/planMerge'

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
