import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecentValues } from '../../../../src/search/packed/recentValues'

describe('values that were used lately', () => {
  it('are those that were set, and never weigh more than they may', () => {
    const step = fc.record({ key: fc.nat(12), weight: fc.integer({ min: 1, max: 40 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const recent = new RecentValues<number, string>(60)
        const set = new Map<number, string>()
        steps.forEach(({ key, weight }, at) => {
          const value = `${key} at ${at}`
          const known = recent.get(key)
          expect([undefined, set.get(key)]).toContain(known)
          if (known === undefined) {
            recent.set(key, value, weight)
            set.set(key, value)
          }
          expect(recent.get(key)).toBe(known ?? (weight > 30 ? undefined : value))
          expect(recent.weight).toBeLessThanOrEqual(60)
        })
      }),
    )
  })

  it('stay while they are asked for, and go when others came', () => {
    const recent = new RecentValues<string, number>(10)
    recent.set('asked', 1, 1)
    recent.set('forgotten', 2, 1)
    for (let others = 0; others < 30; others++) {
      recent.set(`other ${others}`, others, 1)
      expect(recent.get('asked')).toBe(1)
    }
    expect(recent.get('forgotten')).toBeUndefined()
    expect(recent.get('other 29')).toBe(29)
  })

  it('leave out what would take more than half of the room, and are none after clearing', () => {
    const recent = new RecentValues<string, number>(10)
    recent.set('small', 1, 5)
    recent.set('great', 2, 6)
    expect(recent.get('great')).toBeUndefined()
    expect(recent.get('small')).toBe(1)
    recent.clear()
    expect(recent.get('small')).toBeUndefined()
    expect(recent.weight).toBe(0)
  })
})
