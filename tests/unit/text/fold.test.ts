import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/text/fold'

/** Beyond the third ideographic plane there are only tags, variation selectors and private characters. */
const LAST_ASSIGNED = 0x33fff

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(
      '繁',
      '體',
      '中',
      '国',
      '（',
      '５',
      'Ａ',
      '“',
      '・',
      '○',
      '𠮷',
      '𨨏',
      '\ud840',
      'é',
      'ß',
      'İ',
    ),
  }),
)

describe('fold', () => {
  it('keeps the length of every text, so that offsets stay true', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('folds every character to the same length and to something stable', () => {
    const broken: string[] = []
    for (let codePoint = 0; codePoint <= LAST_ASSIGNED; codePoint++) {
      const character = String.fromCodePoint(codePoint)
      const folded = fold(character)
      if (folded.length !== character.length || fold(folded) !== folded) broken.push(codePoint.toString(16))
    }
    expect(broken).toEqual([])
  })

  it('folds each code point by itself, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toBe(Array.from(text, (character) => fold(character)).join(''))
      }),
    )
  })

  it.each([
    ['黨員幹部進萬家', '党员干部进万家'],
    ['臺灣、裏面、隨著', '台湾、里面、随着'],
    ['ＡＢＣ　５５３５２', 'abc 55352'],
    ['Ｃ９１９ and 5G', 'c919 and 5g'],
    ['“基石”‘工程’"基石"', '"基石"\'工程\'"基石"'],
    ['二○一二年', '二〇一二年'],
    ['阿卜杜拉・示例•甲‧乙．丙·丁', '阿卜杜拉·示例·甲·乙·丙·丁'],
    ['𨨏', '𬭛'],
    ['什么', '什么'],
  ])('reads %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps what has no form of the same length', () => {
    expect(fold('㎡…㈱ﬁ')).toBe('㎡…㈱ﬁ')
  })

  it('folds a text longer than one chunk', () => {
    const text = '國a𨨏'.repeat(20_000)
    expect(fold(text)).toBe('国a𬭛'.repeat(20_000))
  })
})
