import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRanges, splitAtRanges, type TextRange } from '../../../src/domain/textRange'

const textWithRanges = fc.string({ maxLength: 30 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    ranges: fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]): TextRange => [Math.min(a, b), Math.max(a, b)]),
      { maxLength: 6 },
    ),
  }),
)

/** The numbers of the characters that ranges cover. */
function covered(ranges: readonly TextRange[]): readonly number[] {
  const all = ranges.flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, place) => start + place),
  )
  return [...new Set(all)].sort((a, b) => a - b)
}

describe('mergeRanges', () => {
  it('covers the same characters with ranges that rise and stand apart', () => {
    fc.assert(
      fc.property(textWithRanges, ({ ranges }) => {
        const merged = mergeRanges(ranges)
        expect(covered(merged)).toEqual(covered(ranges))
        merged.slice(1).forEach(([start], place) => {
          expect(start).toBeGreaterThan(merged[place]![1])
        })
      }),
    )
  })

  it('makes one of two that touch', () => {
    expect(
      mergeRanges([
        [2, 4],
        [0, 2],
      ]),
    ).toEqual([[0, 4]])
    expect(mergeRanges([])).toEqual([])
  })
})

describe('splitAtRanges', () => {
  it('cuts a text into parts that are the text again, marked where the ranges are', () => {
    fc.assert(
      fc.property(textWithRanges, ({ text, ranges }) => {
        const parts = splitAtRanges(text, mergeRanges(ranges))
        expect(parts.map((part) => part.text).join('')).toBe(text)
        let at = 0
        const marked: TextRange[] = []
        for (const part of parts) {
          if (part.isMarked) marked.push([at, at + part.text.length])
          at += part.text.length
        }
        expect(covered(marked)).toEqual(covered(ranges))
        expect(parts.every((part) => part.text !== '')).toBe(true)
      }),
    )
  })

  it('leaves a text without ranges in one piece', () => {
    expect(splitAtRanges('基石工程', [])).toEqual([{ text: '基石工程', isMarked: false }])
    expect(splitAtRanges('', [])).toEqual([])
  })
})
