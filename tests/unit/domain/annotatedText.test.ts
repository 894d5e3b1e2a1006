import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotateText } from '../../../src/domain/annotatedText'
import type { RelativeDate } from '../../../src/domain/relativeDate'
import type { TextRange } from '../../../src/domain/textRange'

const TEXT = '全市大会昨天下午举行，明天结束。'

function aDate(start: number, end: number): RelativeDate {
  return { paragraph: 0, start, end, text: TEXT.slice(start, end), date: '2012-06-30' }
}

/** Groups as text: hits in [ ], dates in ( ), an unfinished date in ( }. */
function drawn(hits: readonly TextRange[], dates: readonly RelativeDate[]): string {
  return annotateText(TEXT, hits, dates)
    .map(({ kind, parts }) => {
      const inner = parts
        .map((part) => {
          if (kind === 'hit' && part.date !== null) return `(${part.text}${part.isDateEnd ? ')' : '}'}`
          return kind === 'date' && part.hit !== null ? `[${part.text}]` : part.text
        })
        .join('')
      if (kind === 'text') return inner
      return kind === 'hit' ? `[${inner}]` : `(${inner}${parts.at(-1)?.isDateEnd === true ? ')' : '}'}`
    })
    .join('')
}

describe('a text with hits and dates', () => {
  it('shows both where they are apart', () => {
    expect(drawn([[0, 2]], [aDate(4, 8), aDate(11, 13)])).toBe('[全市]大会(昨天下午)举行，(明天)结束。')
  })

  it('shows a hit within a date, and a date within a hit', () => {
    expect(drawn([[4, 6]], [aDate(4, 8)])).toBe('全市大会([昨天]下午)举行，明天结束。')
    expect(drawn([[2, 10]], [aDate(4, 8)])).toBe('全市[大会(昨天下午)举行]，明天结束。')
    expect(drawn([[4, 8]], [aDate(4, 8)])).toBe('全市大会([昨天下午])举行，明天结束。')
  })

  it('keeps a hit whole where it cuts into a date', () => {
    expect(drawn([[2, 6]], [aDate(4, 8)])).toBe('全市[大会(昨天}](下午)举行，明天结束。')
    expect(drawn([[6, 10]], [aDate(4, 8)])).toBe('全市大会(昨天}[(下午)举行]，明天结束。')
  })

  it('never changes the text, and gives each hit in one group and each date one end', () => {
    const ranges = fc
      .uniqueArray(fc.integer({ min: 0, max: TEXT.length }), { maxLength: 8 })
      .map((places) => places.sort((a, b) => a - b))
      .map((places) =>
        places.flatMap((start, number): TextRange[] => {
          const end = places[number + 1]
          return number % 2 === 0 && end !== undefined ? [[start, end]] : []
        }),
      )
    fc.assert(
      fc.property(ranges, ranges, (hits, spans) => {
        const dates = spans.map(([start, end]) => aDate(start, end))
        const groups = annotateText(TEXT, hits, dates)
        const parts = groups.flatMap((group) => group.parts)
        expect(parts.map((part) => part.text).join('')).toBe(TEXT)
        hits.forEach(([start, end], hit) => {
          const of = groups.filter((group) => group.parts.some((part) => part.hit === hit))
          expect(of).toHaveLength(1)
          const text = of[0]!.parts.filter((part) => part.hit === hit).map((part) => part.text)
          expect(text.join('')).toBe(TEXT.slice(start, end))
          // Within a date a hit is one part, so that it is one element.
          expect(of[0]!.kind === 'hit' || text.length === 1).toBe(true)
        })
        for (const date of dates) {
          expect(parts.filter((part) => part.date === date && part.isDateEnd)).toHaveLength(1)
        }
      }),
    )
  })
})
