import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/partialDate'
import type { Tenure } from '../../../src/domain/tenure'
import { tenuresExtent, tenureSpan } from '../../../src/domain/tenureSpan'

const day = (year: number): number => dayNumber(year, 3, 1)

function aTenure(change: Partial<Tenure> = {}): Tenure {
  return { held: [], appointed: [], removed: [], apart: [], terms: [], gaps: [], ...change }
}

describe('the span of a tenure', () => {
  it('is that of the reported appointment and the reported end', () => {
    const tenure = aTenure({
      held: [day(2011), day(2012)],
      appointed: [day(2011)],
      removed: [day(2013), day(2014)],
    })
    expect(tenureSpan(tenure)).toEqual({
      from: { date: '2011-03-01', isReported: true },
      to: { date: '2014-03-01', isReported: true },
    })
  })

  it('is that of the reports in office where these are wider', () => {
    const tenure = aTenure({
      held: [day(2010), day(2011), day(2015)],
      appointed: [day(2011)],
      removed: [day(2013)],
    })
    expect(tenureSpan(tenure)).toEqual({
      from: { date: '2010-03-01', isReported: false },
      to: { date: '2015-03-01', isReported: false },
    })
  })

  it('has no end beside its beginning where there is one report, and neither without any', () => {
    expect(tenureSpan(aTenure({ held: [day(2010)] }))).toEqual({
      from: { date: '2010-03-01', isReported: false },
      to: null,
    })
    expect(tenureSpan(aTenure({ apart: [day(2010)] }))).toEqual({ from: null, to: null })
  })

  it('has an end alone where only that is reported', () => {
    expect(tenureSpan(aTenure({ removed: [day(2013)] }))).toEqual({
      from: null,
      to: { date: '2013-03-01', isReported: true },
    })
  })
})

describe('the extent of tenures', () => {
  it('is from the first to the last of all their reports', () => {
    const tenures = [aTenure({ held: [5, 9], apart: [2] }), aTenure({ removed: [14] }), aTenure()]
    expect(tenuresExtent(tenures)).toEqual([2, 14])
    expect(tenuresExtent([aTenure()])).toBeNull()
  })
})
