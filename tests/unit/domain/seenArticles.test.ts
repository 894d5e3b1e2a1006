import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleMark, decodeSeen, encodeSeen, MOST_SEEN } from '../../../src/domain/seenArticles'

const ids = fc.array(fc.string({ maxLength: 60 }), { maxLength: 200 })

describe('the articles that were seen', () => {
  it('are told from all others', () => {
    fc.assert(
      fc.property(ids, ids, (seen, others) => {
        const marks = decodeSeen(encodeSeen(seen.map(articleMark))!)
        expect(seen.every((id) => marks.has(articleMark(id)))).toBe(true)
        const unseen = others.filter((id) => !seen.includes(id))
        expect(unseen.some((id) => marks.has(articleMark(id)))).toBe(false)
      }),
    )
  })

  it('are written in one way, whatever their order and however often they come', () => {
    fc.assert(
      fc.property(ids, (seen) => {
        const marks = seen.map(articleMark)
        expect(encodeSeen([...marks.toReversed(), ...marks])).toBe(encodeSeen(marks))
      }),
    )
  })

  it('keep marks at both ends of their range', () => {
    const marks = [0, 1, 31, 32, 33, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER]
    expect([...decodeSeen(encodeSeen(marks)!)]).toEqual(marks)
  })

  it('are too many to remember at some number', () => {
    const marks = Array.from({ length: MOST_SEEN }, (_one, place) => place)
    expect(encodeSeen(marks)).not.toBeNull()
    expect(encodeSeen([...marks, MOST_SEEN])).toBeNull()
  })

  it('count as none where the text is no such one', () => {
    expect(decodeSeen('').size).toBe(0)
    const [text] = ['AB', 'A', 'C'].map((id) => encodeSeen([articleMark(id)])!)
    expect(decodeSeen(`${text!}!`).size).toBe(0)
    expect(decodeSeen(text!.slice(0, -1)).size).toBe(0)
    expect(decodeSeen('_'.repeat(200)).size).toBe(0)
    fc.assert(
      fc.property(fc.string(), (any) => {
        for (const mark of decodeSeen(any)) expect(Number.isSafeInteger(mark)).toBe(true)
      }),
    )
  })
})
