import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/text/fold'
import { punctuationVariants } from '../../../src/text/punctuationVariants'
import { indexTokens } from '../../../src/text/tokens'

function found(run: string, text: string): readonly string[] {
  return punctuationVariants(run)?.findIn(fold(text)) ?? []
}

describe('punctuationVariants', () => {
  it('finds the same words with another mark, with several, or without', () => {
    const text = '不忘初心、牢记使命。不忘初心，牢记使命；不忘初心牢记使命。“不忘初心”“牢记使命”'
    const writings = ['不忘初心、牢记使命', '不忘初心,牢记使命', '不忘初心牢记使命', '不忘初心""牢记使命']
    expect(found('不忘初心、牢记使命', text)).toEqual(writings)
    expect(found('不忘初心牢记使命', text)).toEqual(writings)
  })

  it('keeps the first and the last two characters together, unless a mark stands there', () => {
    expect(found('基石工程', '基，石工程，基石，工程')).toEqual(['基石,工程'])
    expect(found('甲、乙丙丁', '甲乙丙丁。甲；乙丙丁')).toEqual(['甲乙丙丁', '甲;乙丙丁'])
  })

  it('crosses no line, no word, and not more than three marks', () => {
    expect(found('基石工程', '基石\n工程，基石5工程，基石a工程，基石，。，。工程')).toEqual([])
  })

  it('is for four Han characters or more', () => {
    for (const run of ['基石工', '5G基站建设', 'KPI', '，。', '']) expect(punctuationVariants(run)).toBeNull()
  })

  it('names tokens that every text has in which a writing stands', () => {
    const unit = fc.constantFrom('甲', '乙', '丙', '，', ' ', '5', '𠮷')
    const run = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '、', '𠮷'), minLength: 4, maxLength: 7 })
    let written = 0
    fc.assert(
      fc.property(run, fc.array(fc.string({ unit, maxLength: 3 })), (asked, marks) => {
        const variants = punctuationVariants(asked)
        fc.pre(variants !== null)
        const text = fold(Array.from(asked, (one, place) => one + (marks[place] ?? '')).join(''))
        if (variants.findIn(text).length === 0) return
        written += 1
        expect(indexTokens(text)).toEqual(expect.arrayContaining([...variants.tokens]))
      }),
      { numRuns: 2000 },
    )
    expect(written).toBeGreaterThan(100)
  })
})
