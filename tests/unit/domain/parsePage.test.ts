import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/domain/parsePage'

describe('parsePage', () => {
  it.each([
    ['01', '01'],
    ['第01版', '01'],
    ['０３版', '03'],
    ['第一版', '1'],
    ['第十二版', '12'],
    ['二十', '20'],
    ['二〇', '20'],
    ['第一百零二版', '102'],
    ['A03版', 'A03'],
    ['Ａ０３', 'A03'],
    ['第A 03版', 'A03'],
    ['第1张第4版', '第1张第4版'],
    ['第一张第四版', '第1张第4版'],
    ['01,04', '01,04'],
    ['01，04', '01,04'],
    ['第1、4版', '1,4'],
    ['01,01', '01'],
    ['02-03', '02-03'],
    ['头版', '头版'],
    ['', ''],
    [' , ', ''],
    ['1﹐4﹑5', '1,4,5'],
    ['﹐', ''],
  ])('writes %j as %j', (text, page) => {
    expect(parsePage(text)).toEqual({ page, pageTitle: '' })
  })

  it('parts the name of a page from its number', () => {
    expect(parsePage('第01版：要闻')).toEqual({ page: '01', pageTitle: '要闻' })
    expect(parsePage('第01版：要闻版：下')).toEqual({ page: '01', pageTitle: '要闻版：下' })
  })

  it('leaves what it wrote as it is', () => {
    const notation = fc.string({
      unit: fc.constantFrom(...Array.from('第版张一十百二〇零01A,、：: 头 ')),
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.oneof(notation, fc.string({ unit: 'binary' })), (text) => {
        const { page } = parsePage(text)
        expect(parsePage(page)).toEqual({ page, pageTitle: '' })
      }),
      { numRuns: 2000 },
    )
  })
})
