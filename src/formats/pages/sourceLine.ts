import { findDates } from '../../text/dates/findDates'
import type { FoundDate } from '../../text/dates/foundDate'
import {
  isMediumName,
  isNoSource,
  isOfficeName,
  isPaperName,
  lastSource,
  plainNewspaperName,
} from './newspaperName'
import { findPages, type FoundPage } from './pageNumber'

/** What a source line packs together: 《某日报》2012年7月1日01版. Places are in UTF-16 units of the text given. */
export interface SourceReading {
  /** Without 《》; empty when none is named. */
  readonly newspaper: string
  /** Whether the text says so itself: by 《》 or by the kind of name. */
  readonly isPlain: boolean
  readonly dates: readonly FoundDate[]
  readonly pages: readonly FoundPage[]
  /** What else stands there, without punctuation and space. */
  readonly rest: string
}

/** Days of the week, of the lunar year, editions: what stands beside a date and is none. */
const BESIDE_DATES =
  /(?:星期|周|礼拜)[一二三四五六日天]|(?:农历|夏历|阴历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][鼠牛虎兔龙蛇马羊猴鸡狗猪]?年(?:闰?[正一二三四五六七八九十冬腊]{1,3}月(?:[初十廿卅][一二三四五六七八九十]|[一二三四五六七八九十]{1,3})日?)?|农历\S{1,10}|总?第\s?\d{1,6}\s?期/g

const TITLE_MARK = /《([^《》]{2,30})》/

/** A text with its stretches replaced by space of the same length. */
function blankOut(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): string {
  const units = text.split('')
  for (const { start, end } of stretches) units.fill(' ', start, end)
  return units.join('')
}

/** A chain of names in one word: 人民网-人民日报, 新华网/某报; a name that merely has a dash in it stays whole. */
function chainOf(name: string): readonly string[] {
  const parts = name
    .split(/\s?[-—–－/·>→]{1,3}\s?|[:：]/)
    .map((part) => plainNewspaperName(part))
    .filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => isMediumName(part) || isOfficeName(part)) ? parts : [name]
}

/**
 * Reads what a source line or the value of 来源 says. `folded` is the folded `text`, at most a few hundred characters;
 * `isLabelled`: a label says that a source is named, so that any name of moderate length counts.
 */
export function readSource(folded: string, text: string, isLabelled: boolean): SourceReading {
  // 2020 年/4 月/6 日, as databases of papers write it.
  const dated = text.replaceAll(/(?<=[年月])\s?\/(?=\s?\d)/g, (match) => ' '.repeat(match.length))
  const dates = findDates(dated).filter(
    (date) => date.year !== null || date.notation === 'month-day' || date.hour !== null,
  )
  const bare = blankOut(folded, dates).replaceAll(BESIDE_DATES, (match) => ' '.repeat(match.length))
  const withDays = blankOut(folded, []).replaceAll(BESIDE_DATES, (match) => ' '.repeat(match.length))
  const pages = findPages(withDays, text).filter(
    (page) => !dates.some((date) => date.start < page.end && page.start < date.end),
  )
  const left = blankOut(bare, pages)
  const marked = TITLE_MARK.exec(left)
  let newspaper = ''
  let isPlain = false
  let rest = left
  if (marked !== null && (isLabelled || isPaperName(marked[1] ?? '') || pages.length > 0)) {
    const start = marked.index + 1
    newspaper = plainNewspaperName(text.slice(start, start + (marked[1] ?? '').length))
    isPlain = true
    rest = blankOut(left, [{ start: marked.index, end: marked.index + marked[0].length }])
  } else {
    for (const piece of left.matchAll(
      /[^\s|丨,，;；()（）[\]【】]+(?: (?=[a-z\d])[^\s|丨,，;；()（）[\]【】]+)?/g,
    )) {
      const written = text.slice(piece.index, piece.index + piece[0].length)
      const name = plainNewspaperName(lastSource(chainOf(written)).replace(/^[:：\-—·/]+|[:：\-—·/]+$/g, ''))
      const isName = isMediumName(name) || (isLabelled && (isOfficeName(name) || /\p{L}{2}/u.test(name)))
      if (!isName || name.length > 30 || /[。！？!?]/.test(name)) continue
      rest = blankOut(left, [{ start: piece.index, end: piece.index + piece[0].length }])
      isPlain = isMediumName(name) || isOfficeName(name)
      newspaper = name
      break
    }
  }
  if (newspaper !== '' && isNoSource(newspaper)) newspaper = ''
  return { newspaper, isPlain, dates, pages, rest: rest.replaceAll(/[\s\p{P}\p{S}]/gu, '') }
}
