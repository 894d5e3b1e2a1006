import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventDays } from '../../../../src/text/dates/eventDays'
import { resolveRelativeDates } from '../../../../src/text/dates/resolveRelativeDates'
import { LABELLED } from './labelledSentences'

const SEEDS = new URL('../../../../../shared/seed/', import.meta.url)

function plain(labelled: string): string {
  return labelled.replaceAll(/\{([^=}]*)=[^}]*\}/gu, '$1')
}

/** The sentence with what was resolved in braces, as it is labelled. */
function resolved(sentence: string, issueDate: string): string {
  let labelled = ''
  let at = 0
  for (const { start, end, text, date } of resolveRelativeDates([sentence], { issueDate })) {
    expect(sentence.slice(start, end)).toBe(text)
    labelled += `${sentence.slice(at, start)}{${text}=${date}}`
    at = end
  }
  return labelled + sentence.slice(at)
}

describe('day words of a text', () => {
  it.each(LABELLED)('of an issue of %s: %s', (issue, labelled) => {
    expect(resolved(plain(labelled), issue)).toBe(labelled)
  })

  it('are reckoned from the dateline field, else the issue, else the posting', () => {
    const dateOf = (reference: Parameters<typeof resolveRelativeDates>[1]): string | undefined =>
      resolveRelativeDates(['昨天，大会举行。'], reference)[0]?.date
    expect(
      dateOf({ issueDate: '2012-07-02', publishedAt: '2012-07-05T08:00', dateline: { date: '7月1日' } }),
    ).toBe('2012-06-30')
    expect(dateOf({ issueDate: '2012-07-02', publishedAt: '2012-07-05T08:00' })).toBe('2012-07-01')
    expect(dateOf({ publishedAt: '2012-07-05T08:00' })).toBe('2012-07-04')
    expect(dateOf({})).toBeUndefined()
  })

  it('are years and months only where the issue says no more', () => {
    const text = ['昨天开会。上月完工。去年开工。3月5日奠基。']
    const found = (issueDate: string): readonly string[] =>
      resolveRelativeDates(text, { issueDate }).map(({ text: words, date }) => `${words}=${date}`)
    expect(found('2012-07')).toEqual(['上月=2012-06', '去年=2011'])
    expect(found('2012')).toEqual(['去年=2011'])
  })

  it('follow the dateline of each paragraph, and 本报讯 goes back to the issue', () => {
    const paragraphs = ['新华社北京6月28日电 今天，甲。', '昨天，乙。', '本报讯 昨天，丙。']
    expect(resolveRelativeDates(paragraphs, { issueDate: '2012-07-01' }).map(({ date }) => date)).toEqual([
      '2012-06-28',
      '2012-06-28',
      '2012-06-27',
      '2012-06-30',
    ])
  })

  it.skipIf(!existsSync(SEEDS))('are resolved in the reference document', () => {
    const [file = ''] = readdirSync(SEEDS)
    const paragraphs = readFileSync(new URL(file, SEEDS), 'utf8').split('\n').slice(5)
    const found = resolveRelativeDates(paragraphs, { issueDate: '2012-07-01' })
    expect(found.slice(0, 2).map(({ text, date }) => [text, date])).toEqual([
      ['今天', '2012-07-01'],
      ['昨天下午', '2012-06-30'],
    ])
  })

  it('stand in the text where it is said, rising and apart, whatever the text', () => {
    const pieces = fc.constantFrom(
      '昨天',
      '今天',
      '上',
      '周',
      '三',
      '月',
      '15日',
      '7月1日',
      '至',
      '、',
      '去年',
      '“',
      '”',
      '下午',
      '本报',
      '电',
      '2011年',
      '当天',
      '。',
      '大',
      '前',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom('2012-07-01', '0001-01-01', '9999-12-31'),
        (parts, issueDate) => {
          const text = parts.join('')
          let end = 0
          for (const found of resolveRelativeDates([text], { issueDate })) {
            expect(found.start).toBeGreaterThanOrEqual(end)
            expect(found.end).toBeGreaterThan(found.start)
            expect(text.slice(found.start, found.end)).toBe(found.text)
            expect(found.date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
            end = found.end
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

describe('the days an article tells of', () => {
  const daysOf = (issueDate: string, ...paragraphs: readonly string[]): readonly string[] =>
    eventDays({ issueDate, paragraphs })

  it('are those that its text writes and those that its words mean, each once', () => {
    expect(
      daysOf('2012-07-01', '昨天，大会举行。2011年3月5日动工，上月完工。', '6月30日，大会闭幕。'),
    ).toEqual(['2011-03-05', '2012-06', '2012-06-30'])
  })

  it('are neither years nor the day of the dateline', () => {
    expect(daysOf('2012-07-02', '本报苏州7月1日讯 去年动工，2013年完工。')).toEqual([])
    expect(daysOf('2012-07-02', '本报苏州7月1日讯 今天动工。')).toEqual(['2012-07-01'])
  })

  it('are within two centuries before and ten years after', () => {
    expect(daysOf('2012-07-01', '1820年1月1日、1811年1月1日、2021年1月1日、2031年1月1日')).toEqual([
      '1820-01-01',
      '2021-01-01',
    ])
  })

  it('are those of quotations only where the year is written', () => {
    expect(daysOf('2012-07-01', '“昨天，7月1日，1996年3月”')).toEqual(['1996-03'])
  })
})
