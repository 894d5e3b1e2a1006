import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficePatch } from '../../../src/domain/decision'
import { officeKey } from '../../../src/domain/officeName'
import { officeNames, PLAIN_OFFICE_NAMES } from '../../../src/domain/officeNames'
import { parseDecision } from '../../../src/domain/parseDecision'
import { aDecision } from '../builders/aDecision'

const same = (into: string, ...offices: readonly string[]): OfficePatch => ({
  kind: 'sameOffice',
  offices,
  into,
})
const apart = (one: string, other: string): OfficePatch => ({
  kind: 'distinctOffices',
  offices: [one, other],
})

describe('names of offices', () => {
  it('are those of the rules as long as nothing was decided', () => {
    expect(officeNames([])).toBe(PLAIN_OFFICE_NAMES)
    expect(PLAIN_OFFICE_NAMES.nameOf('环保局局长')).toBe('环境保护局局长')
    expect(PLAIN_OFFICE_NAMES.sourcesOf('站长')).toEqual(['站长'])
  })

  it('are one where it was decided so, by whatever wording', () => {
    const names = officeNames([same('示例县环境保护局局长', '县环保局长')])
    expect(names.nameOf('县环保局局长')).toBe('示例县环境保护局局长')
    expect(names.nameOf('示例县环保局局长')).toBe('示例县环境保护局局长')
    expect(names.nameOf('局长')).toBe('局长')
    expect(names.sourcesOf('示例县环境保护局局长')).toEqual(['示例县环境保护局局长', '县环境保护局局长'])
    expect(names.sourcesOf('县环境保护局局长')).toEqual([])
  })

  it('lead on: what was joined to an office goes where that goes, and can come back', () => {
    const names = officeNames([same('乙站站长', '甲站站长'), same('丙站站长', '乙站站长')])
    expect(['甲站站长', '乙站站长', '丙站站长'].map((name) => names.nameOf(name))).toEqual(
      Array.from({ length: 3 }, () => '丙站站长'),
    )
    const turned = officeNames([same('乙站站长', '甲站站长'), same('甲站站长', '乙站站长')])
    expect(turned.nameOf('乙站站长')).toBe('甲站站长')
    expect(turned.nameOf('甲站站长')).toBe('甲站站长')
  })

  it('leave alone a wording that was told apart from what a rule takes it for', () => {
    const names = officeNames([apart('环境保护局局长', '环保局局长')])
    expect(names.nameOf('环保局局长')).toBe('环保局局长')
    expect(names.nameOf('环保局长')).toBe('环境保护局局长')
    const joined = officeNames([apart('环境保护局局长', '环保局局长'), same('站长', '环保局局长')])
    expect([joined.nameOf('环保局局长'), joined.nameOf('环境保护局局长')]).toEqual(['站长', '环境保护局局长'])
  })

  it('have one name each, which is its own', () => {
    const office = fc.constantFrom('环保局长', '环境保护局局长', '站长', '甲站站长', '总理', '代县长')
    const patch = fc
      .tuple(fc.boolean(), office, office)
      .filter(([, one, other]) => officeKey(one) !== officeKey(other))
      .map(([isSame, one, other]) => (isSame ? same(one, other) : apart(one, other)))
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 6 }), office, (patches, written) => {
        const names = officeNames(patches)
        const name = names.nameOf(written)
        expect(names.nameOf(name)).toBe(name)
        expect(names.sourcesOf(name).map((source) => names.nameOf(source))).toContain(name)
      }),
    )
  })

  it('are decided in a form that a record keeps', () => {
    const parsed = (patch: OfficePatch) => parseDecision(aDecision(patch))?.patch
    expect(parsed(same('甲', '乙', '甲', '乙'))).toEqual(same('甲', '乙'))
    expect(parsed(same('甲', '甲'))).toBeUndefined()
    expect(parsed(apart('乙', '丙'))).toEqual(apart('丙', '乙'))
    expect(parsed(apart('甲', '甲'))).toBeUndefined()
  })
})
