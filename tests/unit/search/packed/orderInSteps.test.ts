import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderInSteps } from '../../../../src/search/packed/orderInSteps'
import { runToEnd } from '../../../../src/search/packed/runToEnd'

describe('ordering in steps', () => {
  it('gives the order that sorting gives', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.integer({ min: 1, max: 0x7fffffff }), (count, factor) => {
        const keys = Array.from({ length: count }, (_, number) => Math.imul(number + 1, factor) >>> 20)
        const compare = (one: number, other: number): number => keys[one]! - keys[other]! || one - other
        expect([...runToEnd(orderInSteps(count, compare))]).toEqual([...keys.keys()].sort(compare))
      }),
      { numRuns: 30 },
    )
  })

  it('can be left alone many times among many numbers', () => {
    const steps = [...orderInSteps(50_000, (one, other) => other - one)]
    expect(steps.length).toBeGreaterThan(100)
  })
})
