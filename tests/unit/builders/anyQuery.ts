import fc from 'fast-check'
import { LIST_FILTERS, SORTS, type ArticleQuery } from '../../../src/domain/articleQuery'
import { daysInMonth } from '../../../src/domain/partialDate'

/** Text of any kind that can stand in an address: no lone half of a surrogate pair. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    '基石工程',
    '甲 乙',
    'a+b',
    '50%',
    '%2F',
    'a/b',
    '&q=',
    '#',
    '?',
    '𠮷',
    '“”',
    '__proto__',
    '\u202e',
  ),
)

const filled = anyText.filter((text) => text !== '')

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** A date of the calendar, known to the year, the month or the day. */
export const anyPartialDate: fc.Arbitrary<string> = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ year, month, day, parts }) =>
    [digits(year, 4), digits(month, 2), digits(Math.min(day, daysInMonth(year, month)), 2)]
      .slice(0, parts)
      .join('-'),
  )

const dateOrOpen = fc.oneof(fc.constant(''), anyPartialDate)
const dayOfYear = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([month, day]) => `${digits(month, 2)}-${digits(Math.min(day, daysInMonth(2000, month)), 2)}`)
const listed = fc.uniqueArray(filled, { maxLength: 3 })

/** Any query that an address can hold. */
export const anyQuery: fc.Arbitrary<ArticleQuery> = fc.record({
  q: anyText,
  from: dateOrOpen,
  to: dateOrOpen,
  date: fc.constantFrom('' as const, 'none' as const),
  day: fc.oneof(fc.constant(''), dayOfYear),
  event: dateOrOpen,
  personMode: fc.constantFrom('all' as const, 'any' as const),
  sort: fc.constantFrom(...SORTS),
  ...(Object.fromEntries(LIST_FILTERS.map((name) => [name, listed])) as Record<
    (typeof LIST_FILTERS)[number],
    typeof listed
  >),
})
