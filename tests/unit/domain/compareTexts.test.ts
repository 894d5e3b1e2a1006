import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCharacters, compareParagraphs, type TextRun } from '../../../src/domain/compareTexts'

function without(kind: TextRun['kind'], runs: readonly TextRun[]): string {
  return runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('')
}

/** Texts of few different characters, so that much is common. */
const text = fc
  .array(fc.constantFrom('春', '耕', '示', '例', '县', '𠀀', '，', '。'), { maxLength: 40 })
  .map((characters) => characters.join(''))
const paragraph = fc.constantFrom(
  '示例县召开会议。',
  '示例县召开了会议。',
  '张示例出席。',
  '天气晴。',
  '会议强调春耕。',
)

describe('compareCharacters', () => {
  it('marks what was put in and what was taken out', () => {
    expect(compareCharacters('示例县昨天召开会议', '示例县今天召开了会议')).toEqual([
      { kind: 'same', text: '示例县' },
      { kind: 'removed', text: '昨' },
      { kind: 'added', text: '今' },
      { kind: 'same', text: '天召开' },
      { kind: 'added', text: '了' },
      { kind: 'same', text: '会议' },
    ])
  })

  it('has one run for equal texts and none for empty ones', () => {
    expect(compareCharacters('春耕', '春耕')).toEqual([{ kind: 'same', text: '春耕' }])
    expect(compareCharacters('', '')).toEqual([])
  })

  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareCharacters(before, after)
        expect(without('added', runs)).toBe(before)
        expect(without('removed', runs)).toBe(after)
      }),
    )
  })

  it('never has two runs of one kind side by side', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kinds = compareCharacters(before, after).map(({ kind }) => kind)
        expect(kinds.some((kind, place) => kind === kinds[place + 1])).toBe(false)
      }),
    )
  })

  it('tells two long texts that have nothing in common as one replaced by the other', () => {
    const before = '甲'.repeat(20_000)
    const after = '乙'.repeat(20_000)
    expect(compareCharacters(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})

describe('compareParagraphs', () => {
  it('puts changed paragraphs together and leaves others alone', () => {
    const compared = compareParagraphs(
      ['示例县昨天召开春耕会议。', '会议由张示例主持。', '天气晴好。'],
      ['示例县昨日召开春耕会议。', '会议由张示例主持。', '李样张出席了这次会议。'],
    )
    expect(compared.map(({ kind }) => kind)).toEqual(['changed', 'same', 'removed', 'added'])
  })

  it('gives the paragraphs of both back in their order', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 8 }),
        fc.array(paragraph, { maxLength: 8 }),
        (before, after) => {
          const compared = compareParagraphs(before, after)
          const side = (other: 'added' | 'removed'): readonly string[] =>
            compared.filter(({ kind }) => kind !== other).map(({ runs }) => without(other, runs))
          expect(side('added')).toEqual(before)
          expect(side('removed')).toEqual(after)
        },
      ),
    )
  })
})
