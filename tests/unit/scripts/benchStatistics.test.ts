import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exactnessOfCounts,
  exactnessOfIds,
  mean,
  median,
  percentile,
  rounded,
} from '../../../scripts/bench/statistics'

describe('statistics of the bench', () => {
  it('has no middle, percentile or mean of nothing', () => {
    expect([median([]), percentile([], 0.5), mean([])]).toEqual([null, null, null])
  })

  it('takes the number in the middle, or the mean of the two that are', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([1, 9, 5, 6])).toBe(5.5)
  })

  it('takes percentiles by the nearest rank', () => {
    const values = Array.from({ length: 20 }, (_, place) => place + 1)
    expect([0, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 10, 19, 20])
  })

  it('takes a percentile that enough values do not exceed, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const found = percentile(values, share)!
          expect(values).toContain(found)
          expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
            share * values.length,
          )
        },
      ),
    )
  })

  it('rounds to three digits', () => {
    expect([rounded(1234.5), rounded(0.012345), rounded(null)]).toEqual([1230, 0.0123, null])
  })
})

describe('recall and precision of the bench', () => {
  it('compares what was found with what is right', () => {
    expect(exactnessOfIds([1, 2, 3, 4], [2, 4, 6])).toEqual({ recall: 2 / 3, precision: 0.5 })
  })

  it('takes nothing for nothing as right', () => {
    expect(exactnessOfIds([], [])).toEqual({ recall: 1, precision: 1 })
  })

  it('takes anything for nothing as wrong', () => {
    expect(exactnessOfIds([1], [])).toEqual({ recall: 1, precision: 0 })
  })

  it('counts an id that is found twice as wrong the second time', () => {
    expect(exactnessOfIds([1, 1], [1])).toEqual({ recall: 1, precision: 0.5 })
  })

  it('compares counts value by value', () => {
    const found = new Map([
      [2012, 4],
      [2014, 1],
    ])
    const expected = new Map([
      [2012, 3],
      [2013, 3],
    ])
    expect(exactnessOfCounts(found, expected)).toEqual({ recall: 0.5, precision: 0.6 })
  })
})
