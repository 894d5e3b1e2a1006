import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/text/fold'
import { compileName, compileRun, markText } from '../../../src/text/runMatcher'

function found(text: string, run: string): readonly string[] {
  return markText(text, [compileRun(run)]).map(([start, end]) => text.slice(start, end))
}

describe('compileRun', () => {
  it('finds a Han run anywhere, one character too, in the writing of the text', () => {
    expect(found('實施「基石工程」。', '基石工程')).toEqual(['基石工程'])
    expect(found('黨員幹部進萬家', '干部')).toEqual(['幹部'])
    expect(found('𠮷野𠮷', '𠮷')).toEqual(['𠮷', '𠮷'])
  })

  it('agrees with a plain search of the folded text for every run of Han characters', () => {
    const han = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '國', '𠮷', '，', 'a', ' ') })
    const run = fc.string({ unit: fc.constantFrom('甲', '乙', '国', '𠮷'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(han, run, (text, part) => {
        expect(compileRun(part).isIn(fold(text))).toBe(fold(text).includes(fold(part)))
      }),
      { numRuns: 1000 },
    )
  })

  it('finds words and numbers only whole', () => {
    expect(found('GDP增长，AGDP不是，gdp2也不是', 'gdp')).toEqual(['GDP'])
    expect(found('12012 2012年 ２０１２', '2012')).toEqual(['2012', '２０１２'])
  })

  it('ignores space between Han and words in a mixed run, in the run and in the text', () => {
    expect(found('人才创新创业 55352　工程', '人才创新创业55352工程')).toEqual(['人才创新创业 55352　工程'])
    expect(found('建5G基站和15G 基站', '5G 基站')).toEqual(['5G基站'])
    expect(found('人才创新创业，55352工程', '人才创新创业55352工程')).toEqual([])
  })

  it('takes punctuation and other spaces of a phrase literally', () => {
    expect(found('基层党组织 建设，基层党组织建设', '基层党组织 建设')).toEqual(['基层党组织 建设'])
    expect(found('不忘初心、牢记使命；不忘初心，牢记使命', '不忘初心、牢记使命')).toEqual([
      '不忘初心、牢记使命',
    ])
    expect(found('covid-19，covid 19', 'COVID-19')).toEqual(['covid-19'])
  })

  it('never goes on over a line break', () => {
    expect(found('基石\n工程', '基石工程')).toEqual([])
    expect(found('5G\n基站', '5G基站')).toEqual([])
  })

  it('finds nothing for an empty run', () => {
    expect(found('任何文字', '')).toEqual([])
    expect(compileRun('  ').isIn('任何 文字')).toBe(false)
  })

  it('marks every occurrence, those that overlap or touch as one', () => {
    expect(markText('人人人', [compileRun('人人')])).toEqual([[0, 3]])
    expect(markText('甲乙丙甲', [compileRun('甲'), compileRun('乙')])).toEqual([
      [0, 2],
      [3, 4],
    ])
  })
})

describe('compileName', () => {
  it('finds a name that is padded with spaces', () => {
    const text = '李　铭、李铭，李铭示'
    expect(markText(text, [compileName('李铭')]).map(([start, end]) => text.slice(start, end))).toEqual([
      '李　铭',
      '李铭',
      '李铭',
    ])
  })

  it('finds a foreign name with any dot', () => {
    expect(markText('示例•某某', [compileName('示例·某某')])).toEqual([[0, 5]])
  })
})
