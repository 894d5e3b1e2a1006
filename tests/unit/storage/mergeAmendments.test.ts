import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TravellingAmendment } from '../../../src/domain/backup'
import type { StoredAmendment } from '../../../src/storage/amendmentStore'
import { mergeAmendments } from '../../../src/storage/mergeAmendments'

/** Amendments of a device that takes in those of others. */
function aDevice() {
  const held = new Map<string, StoredAmendment>()
  let version = 0
  return {
    held,
    merge(given: readonly TravellingAmendment[]) {
      const step = mergeAmendments(
        given,
        (id) => held.get(id),
        version,
        (before, after) => before.edit.title !== after.edit.title || before.isDeleted !== after.isDeleted,
      )
      for (const amendment of step.amendments) held.set(amendment.articleId, amendment)
      version = step.version
      return step
    },
    travelling: (): readonly TravellingAmendment[] =>
      [...held.values()]
        .map(({ articleId, edit, isDeleted, changedAt, changedBy }) => ({
          articleId,
          edit,
          isDeleted,
          changedAt,
          changedBy,
        }))
        .sort((one, other) => (one.articleId < other.articleId ? -1 : 1)),
  }
}

const anyAmendment = fc.record<TravellingAmendment>({
  articleId: fc.constantFrom('a', 'b', 'c'),
  edit: fc.constantFrom({}, { title: '一' }, { title: '二' }, { kicker: null }),
  isDeleted: fc.boolean(),
  changedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'),
  changedBy: fc.constantFrom('', '张示例'),
})
const lists = fc.array(anyAmendment, { maxLength: 8 })

describe('corrections of two devices', () => {
  it('merge both ways to the same, and again to nothing new', () => {
    fc.assert(
      fc.property(lists, lists, (mine, theirs) => {
        const [one, other] = [aDevice(), aDevice()]
        one.merge(mine)
        other.merge(theirs)
        const [fromOne, fromOther] = [one.travelling(), other.travelling()]
        one.merge(fromOther)
        other.merge(fromOne)
        expect(one.travelling()).toEqual(other.travelling())
        expect(one.merge(fromOne)).toMatchObject({ amendments: [], entries: [] })
      }),
    )
  })

  it('have a version of their own each, and a new one where something changed', () => {
    fc.assert(
      fc.property(lists, lists, (mine, theirs) => {
        const device = aDevice()
        device.merge(mine)
        const before = new Map(device.held)
        const { entries } = device.merge(theirs)
        const versions = [...device.held.values()].map(({ version }) => version)
        expect(new Set(versions).size).toBe(versions.length)
        for (const { id } of entries) {
          expect(device.held.get(id)!.version).toBeGreaterThan(before.get(id)?.version ?? 0)
        }
      }),
    )
  })

  it('tell the index of what it knows alone', () => {
    const device = aDevice()
    const at = { isDeleted: false, changedBy: '' }
    device.merge([{ ...at, articleId: 'a', edit: { title: '一' }, changedAt: '2026-01-01T00:00:00.000Z' }])
    device.merge([
      { ...at, articleId: 'a', edit: { title: '一', rights: '有' }, changedAt: '2026-01-02T00:00:00.000Z' },
    ])
    expect(device.held.get('a')).toMatchObject({ version: 2, indexed: 1 })
  })
})
