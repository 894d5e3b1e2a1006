import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import {
  dayAfter,
  hanDay,
  hanNumber,
  lunarDay,
  republicDay,
  utcInstant,
  weekdayOf,
} from '../../pages/calendarDays'
import { encodePage } from '../../pages/encodePage'
import { halved, hardWrap } from '../../pages/hardWrap'
import { FORBIDDEN_TEXT, writePage } from '../../pages/pageLayout'
import { PAGE_LAYOUTS } from '../../pages/pageLayouts'
import { SCORED_FIELDS, truthsOf } from '../../pages/pageTruth'
import { judgePage, scorePages } from '../../pages/scorePages'

const SEEDS = [0, 1, 2]

/** All the text of an HTML page, whether or not it is shown, with the contents of its attributes and comments. */
function textOfHtml(html: string): string {
  const texts: string[] = []
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)]
  while (open.length > 0) {
    const node = open.pop()!
    if ('value' in node) texts.push(node.value)
    if ('attrs' in node) texts.push(...node.attrs.map(({ value }) => value))
    if ('childNodes' in node) open.push(...node.childNodes.toReversed())
  }
  return texts.join('')
}

/** Without white space, control characters, invisible marks and the signs of quoted mail. */
const squeezed = (text: string): string => text.replace(/[\s\p{Cc}\u200b\u202c\u202e>]/gu, '')

describe('the pages of the test set', () => {
  it('are at least 72 layouts, text and HTML about half each, each with a name of its own', () => {
    expect(PAGE_LAYOUTS.length).toBeGreaterThanOrEqual(72)
    const texts = PAGE_LAYOUTS.filter(({ kind }) => kind === 'text').length
    expect(Math.abs(texts / PAGE_LAYOUTS.length - 0.5)).toBeLessThan(0.1)
    expect(new Set(PAGE_LAYOUTS.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(PAGE_LAYOUTS.length)
    expect(new Set(PAGE_LAYOUTS.map(({ encoding }) => encoding)).size).toBe(8)
  })

  it('are the same for the same seed and others for another', () => {
    for (const layout of PAGE_LAYOUTS) {
      const page = writePage(layout, 0)
      expect(writePage(layout, 0)).toEqual(page)
      const isOther = writePage(layout, 1).text !== page.text
      expect(isOther || page.truth === 'no article', layout.name).toBe(true)
    }
  })

  it.each(SEEDS)('hold what their truths tell, with seed %i', (seed) => {
    for (const layout of PAGE_LAYOUTS) {
      const page = writePage(layout, seed)
      const shown = squeezed(layout.kind === 'html' ? textOfHtml(page.text) : page.text)
      for (const truth of truthsOf(page)) {
        // The halves of an article on two pages have words between them.
        const joined = shown.replace(/（下转.*?上接第1版）/g, '')
        const texts = [
          truth.title,
          truth.kicker ?? '',
          truth.subtitle ?? '',
          truth.newspaper ?? '',
          ...(truth.category ?? []),
          ...(truth.authors ?? []),
          ...truth.paragraphs,
        ]
        for (const text of texts) expect(joined, layout.name).toContain(squeezed(text))
      }
    }
  })

  it.each(SEEDS)('have truths without doubles, blanks or forbidden text, with seed %i', (seed) => {
    for (const layout of PAGE_LAYOUTS) {
      for (const truth of truthsOf(writePage(layout, seed))) {
        expect(truth.paragraphs.length, layout.name).toBeGreaterThan(0)
        expect(new Set(truth.paragraphs).size, layout.name).toBe(truth.paragraphs.length)
        for (const field of SCORED_FIELDS) {
          for (const text of [truth[field] ?? []].flat()) {
            expect(text, `${layout.name} ${field}`).toBe(text.trim())
            expect(text, `${layout.name} ${field}`).not.toBe('')
          }
        }
        expect(JSON.stringify(truth)).not.toMatch(new RegExp(`${FORBIDDEN_TEXT}|undefined|NaN|[{}]\\w`))
        expect(truth.issueDate ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(truth.publishedAt ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
      }
    }
  })

  it.each(SEEDS)('can be written in their encodings, with seed %i', (seed) => {
    for (const layout of PAGE_LAYOUTS) {
      const { text } = writePage(layout, seed)
      expect(() => encodePage(layout, text), layout.name).not.toThrow()
    }
  })

  it('score in full for a reader that takes what they tell, and low for one that finds nothing', () => {
    const truths = PAGE_LAYOUTS.map((layout) => truthsOf(writePage(layout, 0)))
    const perfect = truths.flatMap((list) =>
      judgePage(
        '',
        list,
        list.map((truth) => ({ ...truth, doubtful: [] })),
      ),
    )
    expect(scorePages(perfect)).toMatchObject({ rightShare: 1, doubtedShare: 0, wrongUndoubted: [] })
    expect(perfect.length).toBeGreaterThan(1000)
    expect(scorePages(truths.flatMap((list) => judgePage('', list, []))).right).toBe(0)
  })

  it('bring 6 MB where they say so', () => {
    const large = PAGE_LAYOUTS.find(({ name }) => name.startsWith('6 MB'))!
    const { text } = writePage(large, 0)
    expect(encodePage(large, text).length).toBeGreaterThan(6 * 1024 * 1024)
  })
})

describe('the days in the pages', () => {
  const day = { year: 2012, month: 7, day: 1 }

  it('are written as Chinese papers write them', () => {
    expect(weekdayOf(day)).toBe('星期日')
    expect(hanDay(day)).toBe('二〇一二年七月一日')
    expect(hanDay({ year: 2005, month: 10, day: 20 }, '○')).toBe('二○○五年十月二十日')
    expect(republicDay({ year: 1936, month: 3, day: 5 })).toBe('民国二十五年三月五日')
    expect([1, 10, 11, 20, 31].map(hanNumber)).toEqual(['一', '十', '十一', '二十', '三十一'])
    expect(lunarDay(day)).toBe('农历壬辰年五月十三')
  })

  it('follow one another, and change with the zone', () => {
    expect(dayAfter({ year: 2011, month: 12, day: 31 }, 1)).toEqual({ year: 2012, month: 1, day: 1 })
    expect(utcInstant({ ...day, hour: 7, minute: 5, second: 9 })).toBe('2012-06-30T23:05:09Z')
  })
})

describe('lines that are broken', () => {
  it('are short, break no figure and can be joined again', () => {
    const text = '共投入12345678元，其中SKF和NSK两家占了一半，其余由其他单位分担。'
    for (const width of [9, 10, 11, 12]) {
      const broken = hardWrap(text, width)
      expect(Math.max(...broken.map(({ length }) => length))).toBeLessThanOrEqual(width)
      expect(broken.join('')).toBe(text)
      expect(broken.some((line) => line.includes('12345678'))).toBe(true)
    }
    expect(halved(text).join('')).toBe(text)
  })
})
