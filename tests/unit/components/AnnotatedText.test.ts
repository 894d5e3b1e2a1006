import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AnnotatedText from '../../../src/components/AnnotatedText.vue'
import type { Language } from '../../../src/domain/preferences'
import type { RelativeDate } from '../../../src/domain/relativeDate'
import type { TextRange } from '../../../src/domain/textRange'
import { mountWithMessages } from '../builders/mountWithMessages'

const TEXT = '昨天下午，全市大会举行，7月5日结束。'
const YESTERDAY: RelativeDate = { paragraph: 0, start: 0, end: 4, text: '昨天下午', date: '2012-06-30' }
const FIFTH: RelativeDate = { paragraph: 0, start: 12, end: 16, text: '7月5日', date: '2012-07-05' }

function mounted(
  marks: readonly TextRange[] = [],
  told: readonly RelativeDate[] = [],
  language: Language = 'en',
): VueWrapper {
  const props = {
    text: TEXT,
    marks,
    dates: [YESTERDAY, FIFTH],
    told: new Set(told),
    firstHit: 3,
    currentHit: 4,
  }
  return mountWithMessages(AnnotatedText, { props }, language)
}

const SELECTOR = '[data-testid="resolved-date"]'

describe('AnnotatedText', () => {
  it('leaves the text as it is: what dates mean stands in attributes only', () => {
    expect(mounted([[0, 2]]).text()).toBe(TEXT)
  })

  it('leads from a day word to the articles that tell of the day', () => {
    const [first, second] = mounted().findAll(SELECTOR)
    expect(first?.attributes()).toMatchObject({ href: '#/?event=2012-06-30', 'data-shown': '2012-06-30' })
    expect(first?.get('time').attributes('datetime')).toBe('2012-06-30')
    // 7月5日 says all but the year.
    expect(second?.attributes()).toMatchObject({ href: '#/?event=2012-07-05', 'data-shown': '2012' })
  })

  it.each([
    ['en', '昨天下午 is 2012-06-30: articles that tell of it'],
    ['zh-Hans', '昨天下午，即2012年6月30日；查看讲到该日期的文章'],
  ] as const)('names the meaning in %s', (language, name) => {
    expect(mounted([], [], language).get(SELECTOR).attributes('aria-label')).toBe(name)
  })

  it('tells a date only where it is not told yet', () => {
    const first = mounted([], [YESTERDAY]).get(SELECTOR)
    expect(first.attributes('data-shown')).toBeUndefined()
    expect(first.attributes('href')).toBe('#/?event=2012-06-30')
  })

  it('numbers hits within, around and across dates, and points out the current one', () => {
    const text = mounted([
      [0, 2],
      [3, 7],
      [11, 17],
    ])
    const hits = text.findAll('[data-testid="hit"]')
    expect(hits.map((hit) => [hit.text(), hit.attributes('data-hit')])).toEqual([
      ['昨天', '3'],
      ['午，全市', '4'],
      ['，7月5日结', '5'],
    ])
    expect(hits.map((hit) => hit.attributes('aria-current') === 'true')).toEqual([false, true, false])
    expect(text.findAll(SELECTOR).map((date) => date.text())).toEqual(['午', '7月5日'])
    expect(text.text()).toBe(TEXT)
  })
})
