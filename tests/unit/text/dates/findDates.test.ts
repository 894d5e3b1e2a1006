import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDayNumber } from '../../../../src/domain/partialDate'
import { findDates } from '../../../../src/text/dates/findDates'
import { momentOf, partialDateOf } from '../../../../src/text/dates/foundDate'

/** What is found in a text: the stretch of the date, and its value (with ? for what the text does not say). */
function found(text: string): readonly string[] {
  return findDates(text).map((date) => {
    const value =
      momentOf(date) ??
      partialDateOf(date) ??
      `${date.isPossible ? '' : 'impossible '}${date.year ?? '?'}/${date.month ?? '?'}/${date.day ?? '?'}`
    return `${text.slice(date.start, date.dateEnd)} = ${value}`
  })
}

describe('the dates of a text', () => {
  it.each([
    ['2012-07-02 09:17', '2012-07-02 = 2012-07-02T09:17'],
    ['2012-07-02 09:17:33 来源', '2012-07-02 = 2012-07-02T09:17'],
    ['2012-07-02T01:17:00Z', '2012-07-02 = 2012-07-02T09:17'],
    ['2012-06-30T23:17+00:00', '2012-06-30 = 2012-07-01T07:17'],
    ['2012-07-02T09:17:00+0800', '2012-07-02 = 2012-07-02T09:17'],
    ['2012-07-02 09:17-10:30', '2012-07-02 = 2012-07-02T09:17'],
    ['2012年7月2日', '2012年7月2日 = 2012-07-02'],
    ['2012 年 7 月 2 日', '2012 年 7 月 2 日 = 2012-07-02'],
    ['2012年07月02日 09:17', '2012年07月02日 = 2012-07-02T09:17'],
    ['2012年7月2日9时5分30秒', '2012年7月2日 = 2012-07-02T09:05'],
    ['2012/7/2', '2012/7/2 = 2012-07-02'],
    ['2012.07.02', '2012.07.02 = 2012-07-02'],
    ['2012·07·02', '2012·07·02 = 2012-07-02'],
    ['发布日期：20120702', '20120702 = 2012-07-02'],
    ['二〇一二年七月一日', '二〇一二年七月一日 = 2012-07-01'],
    ['二○○五年', '二○○五年 = 2005'],
    ['二零一二年十二月三十一日', '二零一二年十二月三十一日 = 2012-12-31'],
    ['一九九六年三月', '一九九六年三月 = 1996-03'],
    ['民国二十五年', '民国二十五年 = 1936'],
    ['中華民國二十五年三月五日', '中華民國二十五年三月五日 = 1936-03-05'],
    ['民国元年', '民国元年 = 1912'],
    ['2012年7月', '2012年7月 = 2012-07'],
    ['2012年', '2012年 = 2012'],
    ['２０１２年７月２日（星期一）下午３点半', '２０１２年７月２日 = 2012-07-02T15:30'],
    ['2012年6月30日凌晨零时', '2012年6月30日 = 2012-06-30T00:00'],
    ['七月一日', '七月一日 = ?/7/1'],
    ['7月1日上午9时17分', '7月1日 = ?/7/1'],
    ['元月一日', '元月一日 = ?/1/1'],
    ['07-02 09:17', '07-02 = ?/7/2'],
    ['Jul 2, 2012', 'Jul 2, 2012 = 2012-07-02'],
    ['July 2nd, 2012 9:17 PM', 'July 2nd, 2012 = 2012-07-02T21:17'],
    ['2 July 2012', '2 July 2012 = 2012-07-02'],
    ['Mon, 02 Jul 2012 20:17:00 GMT', '02 Jul 2012 = 2012-07-03T04:17'],
    ['Mon Jul 02 09:17:33 CST 2012', 'Jul 02 09:17:33 CST 2012 = 2012-07-02T09:17'],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it.each([
    ['2012-02-30', '2012-02-30 = impossible 2012/2/30'],
    ['2012年13月1日', '2012年13月1日 = impossible 2012/13/1'],
    ['2月30日', '2月30日 = impossible ?/2/30'],
    ['2012-07-02 25:00', '2012-07-02 = impossible 2012/7/2'],
  ])('says that %s cannot be', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it.each([
    '20120702',
    '光绪二十五年三月五日',
    '农历七月一日',
    '98年3月5日',
    '1500年前的陶罐',
    '2000年来',
    '1990年代',
    '比分是3-12',
    '1.2.3',
    '192.168.2012.1',
    '2012.1.1.2',
    '电话0512-63482012',
    '12012年7月',
  ])('finds no date in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('finds several in their order, none within another', () => {
    expect(found('《示例日报》2012年7月1日01版 发布时间:2012-07-02 09:17 作者')).toEqual([
      '2012年7月1日 = 2012-07-01',
      '2012-07-02 = 2012-07-02T09:17',
    ])
  })

  it('takes 29 February as possible in a leap year and where there is no year', () => {
    expect(found('2012年2月29日，2011年2月29日，2月29日')).toEqual([
      '2012年2月29日 = 2012-02-29',
      '2011年2月29日 = impossible 2011/2/29',
      '2月29日 = ?/2/29',
    ])
  })

  it('leaves 24时 to the day it ends', () => {
    expect(found('至2012年12月31日24时止')).toEqual(['2012年12月31日 = 2012-12-31'])
  })

  it('reads every day of three centuries in every notation that has a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -47_481, max: 65_000 }), (number) => {
        const date = dateOfDayNumber(number)
        const [year, month, day] = date.split('-').map(Number) as [number, number, number]
        const digits = Array.from(String(year), (digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join(
          '',
        )
        for (const text of [
          date,
          `${year}年${month}月${day}日`,
          `${year}/${month}/${day}`,
          `${digits}年${inWords(month)}月${inWords(day)}日`,
        ]) {
          expect(findDates(`据${text}报道`).map(partialDateOf)).toEqual([date])
        }
      }),
    )
  })

  it('keeps its places within the text, rising and apart, whatever the text', () => {
    const pieces = fc.constantFrom(
      '2012',
      '7',
      '年',
      '月',
      '日',
      '-',
      '/',
      ' ',
      '二〇',
      '十',
      '号',
      ':',
      '民国',
      'Z',
      '𠮷',
      'jul ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const date of findDates(text)) {
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.dateEnd).toBeGreaterThan(date.start)
          expect(date.end).toBeGreaterThanOrEqual(date.dateEnd)
          end = date.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

function inWords(number: number): string {
  const words = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? (words[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${words[number % 10] ?? ''}`
}
