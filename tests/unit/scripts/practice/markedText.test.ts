import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  MarkError,
  readMarkedText,
  writeMarkedText,
  type Mark,
} from '../../../../scripts/practice/markedText'

const words = fc.stringMatching(/^[县长书记李样张　·a-z0-9，。]{1,6}$/)
const reference = fc.option(fc.stringMatching(/^[李样张]{1,3}(~2)?$/))
const day = fc.constantFrom('2001-03-28', '2003-01-09')
const mark = fc.oneof(
  fc.record({ kind: fc.constant('name' as const), reference }),
  fc.record({ kind: fc.constant('notName' as const) }),
  fc.record({ kind: fc.constant('term' as const), term: reference }),
  fc
    .record({
      kind: fc.constant('office' as const),
      holder: fc.oneof(
        fc.constantFrom('next' as const, 'previous' as const),
        fc.constant(['李样张', '张样~2']),
      ),
      spread: fc.constantFrom('listed' as const, 'collective' as const, null),
      event: fc.constantFrom('appointed' as const, 'removed' as const, null),
      retrospective: fc.boolean(),
      honour: fc.boolean(),
      qualifiers: fc.subarray(['原', '代', '时任']),
      jurisdiction: fc.constantFrom('示县', '', null),
      on: fc.option(day),
    })
    .map((office) => ({ ...office, on: office.event === null ? null : office.on })),
)
const piece = fc.tuple(fc.stringMatching(/^[的说、。]{0,3}$/), words, mark)

function mistakeIn(source: string): unknown {
  try {
    readMarkedText(source)
    return null
  } catch (cause) {
    return cause
  }
}

describe('a text with marks', () => {
  it('gives names, offices and terms with their places in the bare text', () => {
    const source = '[县委书记]{李样张}、{张|张样}（[县长|+ < on:2001-03-28]）谈“<清河行动>”，{!高明}乡'
    const { text, marks } = readMarkedText(source)
    expect(text).toBe('县委书记李样张、张（县长）谈“清河行动”，高明乡')
    expect(marks.map((one) => [one.kind, text.slice(one.start, one.end)])).toEqual([
      ['office', '县委书记'],
      ['name', '李样张'],
      ['name', '张'],
      ['office', '县长'],
      ['term', '清河行动'],
      ['notName', '高明'],
    ])
    expect(marks[2]).toMatchObject({ reference: '张样' })
    expect(marks[3]).toMatchObject({ holder: 'previous', event: 'appointed', on: '2001-03-28' })
  })

  it('comes back from what was written of it', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.stringMatching(/^[的说]{0,3}$/), (pieces, tail) => {
        let text = ''
        const marks = pieces.map(([before, shown, one]): Mark => {
          const start = text.length + before.length
          text += before + shown
          return { ...one, start, end: start + shown.length }
        })
        const marked = { text: text + tail, marks }
        expect(readMarkedText(writeMarkedText(marked))).toEqual(marked)
      }),
    )
  })

  it.each([
    ['没有关上{李样张', 4],
    ['多出一个}来', 4],
    ['空的{}', 2],
    ['套着{李[县长]}', 4],
    ['竖线|在外', 2],
    ['[县长|不懂]{李样张}', 0],
    ['[县长|+ -]{李样张}', 0],
    ['[县长|on:2001-03-28]{李样张}', 0],
    ['{李样张|}', 0],
    ['{!高明|李样张}', 0],
  ])('says where %s goes wrong', (source, column) => {
    const mistake = mistakeIn(source)
    expect(mistake).toBeInstanceOf(MarkError)
    expect(mistake).toMatchObject({ column })
  })

  it('reads anything or says what is wrong', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}[\]<>|!+*李县 ]{0,12}$/), (source) => {
        const mistake = mistakeIn(source)
        expect(mistake === null || mistake instanceof MarkError).toBe(true)
        const { text, marks } = mistake === null ? readMarkedText(source) : { text: '', marks: [] }
        for (const one of marks) expect(text.slice(one.start, one.end)).not.toBe('')
      }),
    )
  })
})
