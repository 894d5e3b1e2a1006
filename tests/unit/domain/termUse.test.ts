import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvTable } from '../../../src/domain/csvTable'
import { encodeTrendTerms, parseTrendTerms, termAddress } from '../../../src/domain/termAddress'
import { perTenThousand, trendsTable } from '../../../src/domain/termUse'

describe('terms in an address', () => {
  it('come back as they were, commas and all', () => {
    const anyTerm = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((term) => term.trim() === term && !term.includes('%2C'))
    fc.assert(
      fc.property(fc.uniqueArray(anyTerm), (terms) => {
        expect(parseTrendTerms(encodeTrendTerms(terms))).toEqual(terms)
      }),
    )
  })

  it('are none where the address is malformed', () => {
    expect(parseTrendTerms(undefined)).toEqual([])
    expect(parseTrendTerms(['a'])).toEqual([])
    expect(parseTrendTerms(' ,,四个全面,四个全面,')).toEqual(['四个全面'])
  })

  it('may hold anything on a page of their own', () => {
    expect(termAddress('a/b?c#d')).toBe('#/terms/a%2Fb%3Fc%23d')
  })
})

describe('terms compared', () => {
  it('are a table of articles and rates by period', () => {
    const trends = {
      unit: 'year',
      periods: [{ period: '2012', articles: 40 }],
      lines: [{ term: '两清一绿', counts: [3] }],
    } as const
    expect(trendsTable(trends, '时段', '总数')).toEqual([
      ['时段', '两清一绿', '两清一绿 ‱', '总数'],
      ['2012', 3, 750, 40],
    ])
    expect(perTenThousand(0, 0)).toBe(0)
  })
})

describe('a table for spreadsheets', () => {
  it('takes no text for a formula, and leaves numbers alone', () => {
    expect(csvTable([['=1+1', "'x", -5, 'a,"b"', '+86']])).toBe(`\uFEFF'=1+1,''x,-5,"a,""b""",'+86\r\n`)
  })
})
