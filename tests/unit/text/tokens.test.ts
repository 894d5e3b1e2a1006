import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/text/fold'
import { indexTokens, isWordEnd, isWordStart, queryTokens } from '../../../src/text/tokens'

describe('tokens', () => {
  it('cuts a Han run into overlapping pairs and its last character', () => {
    expect(indexTokens('基石工程')).toEqual(['基石', '石工', '工程', '程'])
    expect(indexTokens('市')).toEqual(['市'])
  })

  it('keeps words and numbers whole and breaks where the script changes', () => {
    expect(indexTokens('c919首飞 5g基站,55352工程')).toEqual([
      'c919',
      '首飞',
      '飞',
      '5g',
      '基站',
      '站',
      '55352',
      '工程',
      '程',
    ])
  })

  it('counts 〇, 々, kana and the supplementary planes as Han', () => {
    expect(indexTokens('二〇一二')).toEqual(['二〇', '〇一', '一二', '二'])
    expect(indexTokens('佐々木')).toEqual(['佐々', '々木', '木'])
    expect(indexTokens('𠮷野家')).toEqual(['𠮷野', '野家', '家'])
    expect(indexTokens('カメラの')).toEqual(['カメ', 'メラ', 'ラの', 'の'])
  })

  it('leaves a combining mark with the character before it', () => {
    expect(indexTokens('cafe\u0301')).toEqual(['cafe\u0301'])
    expect(indexTokens('葛\u{e0100}城')).toEqual(['葛\u{e0100}', '\u{e0100}城', '城'])
  })

  it('finds nothing in punctuation', () => {
    expect(indexTokens('，。《》 —…\ud800')).toEqual([])
  })

  it('asks only for tokens that every text with the run has', () => {
    expect(queryTokens('5g网')).toEqual(['5g'])
    expect(queryTokens('人人人')).toEqual(['人人'])
    const characters = fc.string({
      unit: fc.constantFrom('甲', '乙', '𠮷', 'a', '1', '，', ' ', '々', '\u0301'),
    })
    fc.assert(
      fc.property(characters, characters, characters, (before, run, after) => {
        const have = new Set(indexTokens(fold(`${before} ${run}，${after}`)))
        expect(queryTokens(fold(run)).filter((token) => !have.has(token))).toEqual([])
      }),
    )
  })

  it('knows where a word is whole', () => {
    expect(isWordStart('abc', 1)).toBe(false)
    expect(isWordStart('中abc', 1)).toBe(true)
    expect(isWordStart('葛\u{e0100}a', 3)).toBe(true)
    expect(isWordStart('e\u0301a', 2)).toBe(false)
    expect(isWordStart('𝒳a', 2)).toBe(false)
    expect(isWordStart('a', 0)).toBe(true)
    expect(isWordEnd('5g基站', 2)).toBe(true)
    expect(isWordEnd('5gb', 2)).toBe(false)
    expect(isWordEnd('e\u0301', 1)).toBe(false)
    expect(isWordEnd('e', 1)).toBe(true)
  })
})
