import { describe, expect, it } from 'vitest'
import { holderRows } from '../../../src/domain/holderRows'
import { dayNumber } from '../../../src/domain/partialDate'
import { tableCsv } from '../../../src/domain/tableCsv'
import type { Tenure } from '../../../src/domain/tenure'
import { tenureRows } from '../../../src/domain/tenureRows'

const first = dayNumber(2011, 3, 1)
const second = dayNumber(2013, 4, 2)
const tenure: Tenure = {
  held: [first, first, second],
  appointed: [first],
  removed: [],
  apart: [second],
  terms: [],
  gaps: [[first, second]],
}
const words = { acting: '代', seen: '见报', evidence: { appointed: '任', held: '在任', removed: '免' } }

describe('a table of offices', () => {
  it('has a row for each office with its reports', () => {
    const office = { office: '县长', isActing: true, forms: [], tenure, articles: 3 }
    expect(tenureRows([office], '代')).toEqual([
      ['代 县长', '2011-03-01', '2013-04-02', '3', '2011-03-01', '', '2011-03-01/2013-04-02', '1'],
    ])
  })
})

describe('a table of holders', () => {
  it('tells office, name, months and evidence, and marks what is only seen', () => {
    const holder = { name: '张示例', isActing: false, tenure, articles: 3, alongside: ['书记'] }
    expect(holderRows('县长', [holder], words)).toEqual([
      [
        '县长',
        '张示例',
        '2011-03—2013-04见报',
        '任 2011-03-01; 在任 2011-03-01 2013-04-02 (3)',
        '书记; 2011-03-01/2013-04-02',
      ],
    ])
  })

  it('says who stood in, and nothing where nothing is dated', () => {
    const none: Tenure = { held: [], appointed: [], removed: [], apart: [], terms: [], gaps: [] }
    const holder = { name: '张示例', isActing: true, tenure: none, articles: 1, alongside: [] }
    expect(holderRows('县长', [holder], words)).toEqual([['县长（代）', '张示例', '', '在任 (1)', '']])
  })
})

describe('a table as CSV', () => {
  it('guards what a spreadsheet would run, and quotes what would part cells', () => {
    expect(tableCsv([['=1+1', 'a,b', '说"话"', '-甲', '@乙']])).toBe(
      '\uFEFF\'=1+1,"a,b","说""话""",\'-甲,\'@乙\r\n',
    )
  })

  it('is a mark alone without rows', () => {
    expect(tableCsv([])).toBe('\uFEFF')
  })
})
