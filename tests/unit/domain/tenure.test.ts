import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HONOUR, OFFICE_SIGNS } from '../../../src/domain/officeSigns'
import { isInOffice, LONGEST_SILENCE, tenureOf } from '../../../src/domain/tenure'

const { held, listed, past, appointed, removed, acting, prospective } = OFFICE_SIGNS

function aTenure(...reports: readonly (readonly [day: number, signs: number])[]) {
  return tenureOf(
    reports.map(([day, signs]) => ({ day, signs })),
    '县长',
  )
}

describe('being in office', () => {
  it('is being called by it or appointed to it, also standing in for it', () => {
    expect([held, appointed, held | acting, held | past].every((signs) => isInOffice(signs, '县长'))).toBe(
      true,
    )
  })

  it('is not having been it, being named for it, leaving it, or being honoured', () => {
    const others = [past, past | acting, prospective, removed, HONOUR]
    expect(others.some((signs) => isInOffice(signs, '县长'))).toBe(false)
  })

  it('follows from a list only where several may hold the office', () => {
    expect([isInOffice(listed, '副县长'), isInOffice(listed, '县长')]).toEqual([true, false])
  })
})

describe('a tenure', () => {
  it('is a term only from a reported appointment to a reported end', () => {
    expect(aTenure([10, appointed], [50, held], [90, removed]).terms).toEqual([[10, 90]])
    expect(aTenure([10, held], [50, held], [90, removed]).terms).toEqual([])
    expect(aTenure([10, appointed], [50, held]).terms).toEqual([])
  })

  it('does not begin with the appointment of somebody who was in office', () => {
    expect(aTenure([5, held], [10, appointed], [90, removed]).terms).toEqual([])
  })

  it('may come twice, and ends with the first report of the end', () => {
    const reports = [
      [10, appointed],
      [11, appointed],
      [90, removed],
      [91, removed],
      [200, appointed],
      [300, removed],
    ] as const
    expect(aTenure(...reports).terms).toEqual([
      [10, 90],
      [200, 300],
    ])
  })

  it('has a gap where nothing was reported for more than a year', () => {
    expect(aTenure([0, held], [LONGEST_SILENCE, held]).gaps).toEqual([])
    expect(aTenure([0, held], [LONGEST_SILENCE + 1, held]).gaps).toEqual([[0, LONGEST_SILENCE + 1]])
  })

  it('keeps apart what only looks back, which dates nothing', () => {
    const tenure = aTenure([700, past | acting], [900, prospective])
    expect(tenure).toEqual({ held: [], appointed: [], removed: [], apart: [700, 900], terms: [], gaps: [] })
  })

  it('does not depend on the order of its reports, and counts each as one thing at least', () => {
    const anyReport = fc.record({
      day: fc.integer({ min: 0, max: 3000 }),
      signs: fc.integer({ min: 1, max: 127 }),
    })
    fc.assert(
      fc.property(fc.array(anyReport), (reports) => {
        const tenure = tenureOf(reports, '县长')
        expect(tenureOf(reports.toReversed(), '县长')).toEqual(tenure)
        for (const { day } of reports) {
          expect([...tenure.held, ...tenure.removed, ...tenure.apart]).toContain(day)
        }
        for (const [from, to] of tenure.terms) {
          expect(tenure.appointed).toContain(from)
          expect(tenure.removed).toContain(to)
          expect(
            tenure.held.some((day) => day < from && tenure.removed.every((end) => end < day || end >= from)),
          ).toBe(false)
        }
      }),
    )
  })
})
