import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlaces, lastPlace, movedPlaces, type Placed } from '../../../src/domain/placeOrder'

function ordered(placed: readonly Placed[]): readonly Placed[] {
  return [...placed].sort(comparePlaces)
}

function after(placed: readonly Placed[], moves: ReadonlyMap<string, number>): readonly string[] {
  return ordered(placed.map((one) => ({ ...one, place: moves.get(one.id) ?? one.place }))).map(({ id }) => id)
}

const three = [
  { id: 'a', place: 1 },
  { id: 'b', place: 2 },
  { id: 'c', place: 3 },
]

describe('places given by hand', () => {
  it('change for the moved one alone where there is room', () => {
    expect([...movedPlaces(three, 'c', 'b')]).toEqual([['c', 1.5]])
    expect([...movedPlaces(three, 'a', null)]).toEqual([['a', 4]])
    expect([...movedPlaces(three, 'c', 'a')]).toEqual([['c', 0]])
  })

  it('do not change for what stands there already', () => {
    expect(movedPlaces(three, 'a', 'b').size).toBe(0)
    expect(movedPlaces(three, 'c', null).size).toBe(0)
    expect(movedPlaces(three, 'nobody', 'a').size).toBe(0)
  })

  it('put the moved one before the other, whatever the places were', () => {
    const places = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(1, 1 + Number.EPSILON, 1e308)), {
        minLength: 2,
        maxLength: 8,
      })
      .map((all) => ordered(all.map((place, at) => ({ id: `i${at}`, place }))))
    fc.assert(
      fc.property(places, fc.nat(), fc.nat(), (all, from, to) => {
        const { id } = all[from % all.length]!
        const target = all[to % (all.length + 1)]?.id ?? null
        fc.pre(id !== target)
        const others = all.map((one) => one.id).filter((one) => one !== id)
        const at = target === null ? others.length : others.indexOf(target)
        const wanted = [...others.slice(0, at), id, ...others.slice(at)]
        expect(after(all, movedPlaces(all, id, target))).toEqual(wanted)
      }),
    )
  })

  it('end behind the last', () => {
    expect(lastPlace(three)).toBe(4)
    expect(lastPlace([])).toBe(1)
  })
})
