import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { supersedes, type ChangedContent } from '../../../src/domain/keptRecord'
import { countMerge, mergeOutcome, NO_MERGE } from '../../../src/domain/mergeOutcome'

const at = (day: number): string => `2026-11-0${String(day)}T00:00:00.000Z`
const change = (content: unknown, day: number): ChangedContent => ({
  about: '',
  content,
  changedAt: at(day),
  changedBy: '',
})

describe('what merging one thing does', () => {
  it.each([
    ['added', change({ text: '一' }, 2), undefined],
    ['same', change(null, 2), undefined],
    ['same', change({ text: '一' }, 2), change({ text: '一' }, 3)],
    ['changed', change({ text: '二' }, 2), change({ text: '一' }, 1)],
    ['older', change({ text: '二' }, 2), change({ text: '一' }, 3)],
    ['deleted', change(null, 2), change({ text: '一' }, 1)],
    ['older', change(null, 2), change({ text: '一' }, 3)],
    ['added', change({ text: '一' }, 2), change(null, 1)],
    ['deletedHere', change({ text: '一' }, 2), change(null, 3)],
  ] as const)('is “%s”', (outcome, given, held) => {
    expect(mergeOutcome(given, held, '').outcome).toBe(outcome)
  })

  it('is a conflict only where both were changed since files were exchanged', () => {
    const isConflict = (given: number, held: number, since: number): boolean =>
      mergeOutcome(change({ text: '二' }, given), change({ text: '一' }, held), at(since)).isConflict
    expect([isConflict(3, 4, 2), isConflict(4, 3, 2)]).toEqual([true, true])
    expect([isConflict(2, 4, 2), isConflict(4, 2, 2)]).toEqual([false, false])
    expect(mergeOutcome(change(1, 4), change(1, 3), at(1)).isConflict).toBe(false)
  })

  it('agrees with what merging writes', () => {
    const anyChange = fc.tuple(fc.constantFrom(null, { a: 1 }, { a: 2 }), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(anyChange, anyChange, ([given, givenDay], [held, heldDay]) => {
        const [one, other] = [change(given, givenDay), change(held, heldDay)]
        const { outcome } = mergeOutcome(one, other, '')
        const isWritten = supersedes(one, other) && JSON.stringify(given) !== JSON.stringify(held)
        expect(['added', 'changed', 'deleted'].includes(outcome)).toBe(isWritten)
      }),
    )
  })

  it('is counted', () => {
    const once = countMerge(NO_MERGE, { outcome: 'older', isConflict: true })
    expect(countMerge(once, { outcome: 'older', isConflict: false })).toEqual({
      ...NO_MERGE,
      older: 2,
      conflicts: 1,
    })
  })
})
