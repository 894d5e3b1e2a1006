import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  daySpan,
  isPartialDate,
  parseDateNotation,
  parsePosting,
  splitPartialDate,
} from '../../../src/domain/partialDate'
import { anyPartialDate } from '../builders/anyQuery'

const DAY_MS = 86_400_000

/** The same day by the platform's calendar. */
function platformDay(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY_MS
}

describe('dayNumber', () => {
  it('begins at 1970-01-01 and agrees with the calendar of the platform', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    const anyYear = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(
        anyYear,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          expect(dayNumber(year, month, day)).toBe(platformDay(year, month, day))
        },
      ),
    )
  })

  it('is the inverse of dateOfDayNumber', () => {
    const first = dayNumber(1, 1, 1)
    const last = dayNumber(9999, 12, 31)
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const parts = splitPartialDate(dateOfDayNumber(day))
        expect(parts && dayNumber(parts.year, parts.month!, parts.day!)).toBe(day)
      }),
    )
  })

  it('knows the leap years of the Gregorian calendar', () => {
    expect([1900, 2000, 2012, 2013].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28])
  })
})

describe('isPartialDate', () => {
  it('accepts years, months and days of the calendar', () => {
    fc.assert(fc.property(anyPartialDate, (date) => isPartialDate(date)))
  })

  it.each([
    '',
    '12',
    '2012-7',
    '2012-00',
    '2012-13',
    '2012-02-30',
    '2013-02-29',
    '0000',
    '2012-07-01 ',
    '2012-07-01T00:00',
    '二〇一二',
  ])('refuses “%s”', (text) => {
    expect(isPartialDate(text)).toBe(false)
  })
})

describe('daySpan', () => {
  it('is the whole year, the whole month or the day', () => {
    expect(daySpan('2012')).toEqual({ first: dayNumber(2012, 1, 1), last: dayNumber(2012, 12, 31) })
    expect(daySpan('2012-02')).toEqual({ first: dayNumber(2012, 2, 1), last: dayNumber(2012, 2, 29) })
    expect(daySpan('2012-07-01')).toEqual({ first: dayNumber(2012, 7, 1), last: dayNumber(2012, 7, 1) })
    expect(daySpan('2012-13')).toBeNull()
  })

  it('of a shorter date holds that of every longer one that begins with it', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        const inner = daySpan(date)!
        for (const length of [4, 7]) {
          const outer = daySpan(date.slice(0, length))!
          expect(outer.first).toBeLessThanOrEqual(inner.first)
          expect(outer.last).toBeGreaterThanOrEqual(inner.last)
        }
      }),
    )
  })
})

describe('parseDateNotation', () => {
  it.each([
    ['2012-07-01', '2012-07-01'],
    ['2012-7-1', '2012-07-01'],
    ['2012/7/1', '2012-07-01'],
    ['2012.7.1', '2012-07-01'],
    ['20120701', '2012-07-01'],
    ['2012年7月1日', '2012-07-01'],
    ['2012 年 7 月 1 日', '2012-07-01'],
    ['２０１２年７月１日', '2012-07-01'],
    [' 2012-07-01 ', '2012-07-01'],
    ['2012年7月', '2012-07'],
    ['2012-7', '2012-07'],
    ['2012/07', '2012-07'],
    ['2012年', '2012'],
    ['2012', '2012'],
  ])('understands %s', (written, date) => {
    expect(parseDateNotation(written)).toBe(date)
  })

  it.each([
    '',
    '昨天',
    '2012-13',
    '2012-02-30',
    '20120230',
    '2012年13月',
    '12-07-01',
    '2012-07-01-01',
    '2012-07-01日日',
  ])('does not understand “%s”', (written) => {
    expect(parseDateNotation(written)).toBeNull()
  })

  it('gives back what it has written itself', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        expect(parseDateNotation(date)).toBe(date)
      }),
    )
  })

  it('gives a date of the calendar or nothing, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/)),
        (text) => {
          const date = parseDateNotation(text)
          expect(date === null || isPartialDate(date)).toBe(true)
        },
      ),
    )
  })
})

describe('parsePosting', () => {
  it.each([
    ['2012-07-02T09:17', '2012-07-02T09:17'],
    ['2012-07-02 09:17:30', '2012-07-02T09:17'],
    ['2012/7/2 9:17', '2012-07-02T09:17'],
    ['2012年7月2日 9:17', '2012-07-02T09:17'],
    ['2012-07-02T09:17+08:00', '2012-07-02T09:17'],
    ['2012-07-02T09:17+0800', '2012-07-02T09:17'],
    ['2012-07-02T01:17Z', '2012-07-02T09:17'],
    ['2012-12-31T20:00:00.000Z', '2013-01-01T04:00'],
  ])('understands %s as Beijing time', (written, moment) => {
    expect(parsePosting(written)).toBe(moment)
  })

  it.each([
    '2012-07-02',
    '09:17',
    '2012-07-02 24:00',
    '2012-07-02 09:60',
    '2012-02-30 09:17',
    '2012-07 09:17',
  ])('does not understand “%s”', (written) => {
    expect(parsePosting(written)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})?$/), (text) => {
        const moment = parsePosting(text)
        expect(moment === null || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(moment)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
