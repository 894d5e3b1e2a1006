/** A day of the calendar. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A moment by the clock of Beijing. */
export interface Moment extends CalendarDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The day that comes `days` after another. */
export function dayAfter({ year, month, day }: CalendarDay, days: number): CalendarDay {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 2012-07-01 */
export const isoDay = ({ year, month, day }: CalendarDay): string => `${year}-${two(month)}-${two(day)}`

/** 09:17 */
export const clock = ({ hour, minute }: Moment): string => `${two(hour)}:${two(minute)}`

/** 09:17:05 */
export const clockWithSeconds = (moment: Moment): string => `${clock(moment)}:${two(moment.second)}`

/** 2012-07-02T09:17, the form in which an article keeps its posting. */
export const isoMinute = (moment: Moment): string => `${isoDay(moment)}T${clock(moment)}`

/** 2012-07-02 09:17 */
export const plainMinute = (moment: Moment): string => `${isoDay(moment)} ${clock(moment)}`

/** 2012-07-02 09:17:05 */
export const plainSecond = (moment: Moment): string => `${isoDay(moment)} ${clockWithSeconds(moment)}`

/** The same moment by universal time: 2012-07-02T01:17:05Z */
export function utcInstant({ year, month, day, hour, minute, second }: Moment): string {
  const instant = new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second))
  return instant.toISOString().replace('.000', '')
}

/** 2012年7月1日 */
export const chineseDay = ({ year, month, day }: CalendarDay): string => `${year}年${month}月${day}日`

/** 2012年07月01日 */
export const paddedChineseDay = ({ year, month, day }: CalendarDay): string =>
  `${year}年${two(month)}月${two(day)}日`

/** 7月1日 */
export const monthAndDay = ({ month, day }: CalendarDay): string => `${month}月${day}日`

/** 2012/7/1 */
export const slashDay = ({ year, month, day }: CalendarDay): string => `${year}/${month}/${day}`

/** 2012.07.01 */
export const dottedDay = ({ year, month, day }: CalendarDay): string => `${year}.${two(month)}.${two(day)}`

/** 20120701 */
export const compactDay = ({ year, month, day }: CalendarDay): string => `${year}${two(month)}${two(day)}`

/** 星期日 */
export function weekdayOf({ year, month, day }: CalendarDay): string {
  return `星期${'日一二三四五六'[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!}`
}

const DIGITS = '〇一二三四五六七八九'

/** A number up to 99 as it is said: 十, 十二, 二十五. */
export function hanNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]!}十`
  return ten + (value % 10 === 0 && tens > 0 ? '' : DIGITS[value % 10]!)
}

/** 二〇一二年七月一日; the sign for zero may also be ○ or 零. */
export function hanDay({ year, month, day }: CalendarDay, zero = '〇'): string {
  const digits = [...String(year)].map((digit) => DIGITS[Number(digit)]!).join('')
  return `${digits.replaceAll('〇', zero)}年${hanNumber(month)}月${hanNumber(day)}日`
}

/** 民国二十五年三月五日: the Republic counts from 1912. */
export function republicDay({ year, month, day }: CalendarDay): string {
  return `民国${hanNumber(year - 1911)}年${hanNumber(month)}月${hanNumber(day)}日`
}

/** 农历壬辰年五月十三, by the calendar data of the platform. */
export function lunarDay({ year, month, day }: CalendarDay): string {
  const parts = new Intl.DateTimeFormat('zh-Hans-u-ca-chinese', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).formatToParts(new Date(Date.UTC(year, month - 1, day)))
  const part = (type: string): string => parts.find((one) => (one.type as string) === type)?.value ?? ''
  const number = Number(part('day'))
  const dayName = number <= 10 ? `初${hanNumber(number)}` : hanNumber(number).replace(/^二十(?=.)/, '廿')
  return `农历${part('yearName')}年${part('month')}${dayName}`
}

/** The ASCII characters of a text in full width: ２０１２年７月. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}
