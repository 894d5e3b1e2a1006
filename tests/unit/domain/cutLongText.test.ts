import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutLongText } from '../../../src/domain/cutLongText'

describe('cutLongText', () => {
  it('cuts behind a line, else behind a sentence, else behind a word, else where it must', () => {
    expect(cutLongText('一二三四。五\n六七八九十', 10)).toEqual(['一二三四。五\n', '六七八九十'])
    expect(cutLongText('一二三四五“六。”七，八九十', 10)).toEqual(['一二三四五“六。”', '七，八九十'])
    expect(cutLongText('一二三四五，六七八九十十', 10)).toEqual(['一二三四五，', '六七八九十十'])
    expect(cutLongText('一二三四五六七八九十十', 10)).toEqual(['一二三四五六七八九十', '十'])
    expect(cutLongText('短', 10)).toEqual(['短'])
  })

  it('gives pieces that are short enough, are together the text, and cut no character', () => {
    const text = fc.string({ unit: fc.constantFrom('一', '𠮷', '。', '，', '\n', 'a'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (whole, longest) => {
        const pieces = cutLongText(whole, longest)
        expect(pieces.join('')).toBe(whole)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest)
          expect(piece).not.toMatch(/\p{Surrogate}/u)
        }
      }),
    )
  })
})
