import { dateOfDayNumber, dayNumber, daysInMonth } from '../../domain/partialDate'
import { fold } from '../fold'
import { readChineseNumber } from './chineseNumber'
import { dateSigns, type DateSigns } from './dateSigns'
import type { DateNotation, FoundDate } from './foundDate'
import { timeAfter } from './timeOfDay'

const NUMERAL = '〇零o一二三四五六七八九十廿卅百千万亿'
const CHINESE_YEAR = '[一二][〇零o0一二三四五六七八九]{3}'
const YEAR = String.raw`(?<![\d${NUMERAL}])(?<year>[12]\d{3}|${CHINESE_YEAR})`
const MONTH = String.raw`(?<month>\d{1,2}|[元正]|[一二三四五六七八九十]{1,3})`
const DAY = String.raw`(?<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,4})`
const MONTH_AND_DAY = String.raw`\s?${MONTH}\s?月(?!\s?${DAY.replace('?<day>', '?:')}\s?月)(?:\s?${DAY}\s?[日号])?`
const MONTH_NAME =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

interface NotationRule {
  readonly notation: DateNotation
  readonly pattern: RegExp
}

/** Notations in Chinese, tried where a text has a sign of one. */
const CHINESE_RULES: readonly NotationRule[] = [
  { notation: 'chinese', pattern: new RegExp(String.raw`${YEAR}\s?年(?!级|代)(?:${MONTH_AND_DAY})?`, 'uy') },
  {
    notation: 'chinese',
    pattern: new RegExp(String.raw`(?<![\d${NUMERAL}.])${MONTH}\s?月\s?${DAY}\s?[日号]`, 'uy'),
  },
]

const REPUBLIC_RULE: NotationRule = {
  notation: 'republic',
  pattern: new RegExp(
    String.raw`(?:中华)?民国(?:纪元)?\s?(?<republic>元|\d{1,3}|[〇零一二三四五六七八九十廿卅百]{1,5})\s?年(?!级|代|[间来])(?:${MONTH_AND_DAY})?`,
    'gu',
  ),
}

const NUMERIC_RULE: NotationRule = {
  notation: 'numeric',
  pattern:
    /(?<![\d./-])(?<year>[12]\d{3})\s?(?<mark>[-/.·‐‑–—])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<day>\d{1,2})(?![\d]|[-/.·]\d)/gu,
}

const MONTH_DAY_RULE: NotationRule = {
  notation: 'month-day',
  pattern: /(?<![\d\-/.:·~a-z年月])(?<month>\d{2})-(?<day>\d{2})(?![\d\-/.:~%a-z年月])/gu,
}

const COMPACT_RULE: NotationRule = {
  notation: 'compact',
  pattern:
    /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?:\d{2})?)?(?!\d)/gu,
}

const ENGLISH_RULES: readonly NotationRule[] = [
  {
    notation: 'english',
    pattern: new RegExp(
      String.raw`(?<![a-z])${MONTH_NAME}\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s?|\s)(?:(?<hour>\d{1,2}):(?<minute>\d{2}):\d{2}\s(?:(?<zone>cst|gmt|utc)\s)?)?(?<year>[12]\d{3})(?!\d)`,
      'gu',
    ),
  },
  {
    notation: 'english',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]${MONTH_NAME}\.?(?:,\s?|[\s-])(?<year>[12]\d{3})(?!\d)`,
      'gu',
    ),
  },
]

const DATE_WORD_BEFORE = /(?:日期|时间|发布|发表|刊发|刊登|出版|更新|上传|录入|date|time|day)[^\d\n]{0,6}$/u
const DATE_WORD_AFTER = /^\s?(?:期(?![货权望])|日|刊)/u
const OTHER_CALENDAR = /(?:农历|阴历|旧历|夏历|古历|藏历|回历|闰)\s?$/u
const UNREAD_YEAR = new RegExp(String.raw`[\d${NUMERAL}元]\s?年\s?$`, 'u')
/** 2000年来, 1500年前的: spans of time and not years. */
const SPAN_OF_YEARS = /^(?:[前来间]|多|的?历史|古|以上|文明)/u

/** Whether what stands around a match of the pattern lets it be a date. */
function isDateInContext(rule: NotationRule, match: RegExpExecArray, folded: string): boolean {
  const groups = match.groups ?? {}
  const before = folded.slice(Math.max(0, match.index - 16), match.index)
  const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 8)
  switch (rule.notation) {
    case 'compact':
      return DATE_WORD_BEFORE.test(before) || DATE_WORD_AFTER.test(after)
    case 'month-day': {
      const month = Number(groups['month'])
      const day = Number(groups['day'])
      return month >= 1 && month <= 12 && day >= 1 && day <= 31
    }
    case 'chinese':
      if (OTHER_CALENDAR.test(before)) return false
      if (groups['year'] === undefined) return !UNREAD_YEAR.test(before)
      if (groups['month'] !== undefined) return true
      return !(/00$|[〇零o0]{2}$/.test(groups['year']) && SPAN_OF_YEARS.test(after))
    default:
      return true
  }
}

function yearOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  if (groups['republic'] !== undefined) {
    const year = readChineseNumber(groups['republic'])
    return year === null || year === 0 ? null : year + 1911
  }
  return groups['year'] === undefined ? null : readChineseNumber(groups['year'])
}

function monthOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  if (groups['name'] !== undefined) return MONTH_NAMES.indexOf(groups['name'].slice(0, 3)) + 1
  return groups['month'] === undefined ? null : readChineseNumber(groups['month'])
}

function isDay(year: number | null, month: number | null, day: number | null): boolean {
  if (month !== null && (month < 1 || month > 12)) return false
  // 29 February is possible where the year is not known.
  return day === null || (month !== null && day >= 1 && day <= daysInMonth(year ?? 2000, month))
}

/** A found date and time, moved from the given offset to Beijing's. */
function inBeijing(found: FoundDate, offset: number): FoundDate {
  const { year, month, day, hour, minute } = found
  if (year === null || month === null || day === null || hour === null) return found
  const minutes = hour * 60 + (minute ?? 0) - offset + 480
  const date = dateOfDayNumber(dayNumber(year, month, day) + Math.floor(minutes / 1440))
  const ofDay = ((minutes % 1440) + 1440) % 1440
  return {
    ...found,
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
    hour: Math.floor(ofDay / 60),
    minute: ofDay % 60,
  }
}

function readMatch(rule: NotationRule, match: RegExpExecArray, folded: string): FoundDate | null {
  const groups = match.groups ?? {}
  const year = yearOf(groups)
  const month = monthOf(groups)
  const day = groups['day'] === undefined ? null : readChineseNumber(groups['day'])
  if (year === null && month === null) return null
  const start = match.index
  const dateEnd = start + match[0].trimEnd().length
  const hasOwnTime = groups['hour'] !== undefined
  const following = day === null || hasOwnTime ? null : timeAfter(folded, dateEnd)
  const hour = hasOwnTime ? Number(groups['hour']) : (following?.hour ?? null)
  const minute = hasOwnTime ? Number(groups['minute']) : (following?.minute ?? null)
  const isPossible =
    isDay(year, month, day) &&
    (following?.isPossible ?? true) &&
    (hour === null || (hour < 24 && (minute ?? 0) < 60))
  const end = following?.end ?? dateEnd
  const found = { start, end, dateEnd, year, month, day, hour, minute, notation: rule.notation, isPossible }
  const zone = groups['zone']
  const offset = zone === 'gmt' || zone === 'utc' ? 0 : (following?.offset ?? null)
  return offset === null || !isPossible ? found : inBeijing(found, offset)
}

/** Matches of a rule that its surroundings let be dates. */
function readAll(
  rule: NotationRule,
  matches: Iterable<RegExpExecArray>,
  folded: string,
): readonly FoundDate[] {
  const found: FoundDate[] = []
  for (const match of matches) {
    const date = isDateInContext(rule, match, folded) ? readMatch(rule, match, folded) : null
    if (date !== null) found.push(date)
  }
  return found
}

function* matchesAt(pattern: RegExp, folded: string, places: readonly number[]): Generator<RegExpExecArray> {
  for (const place of places) {
    pattern.lastIndex = place
    const match = pattern.exec(folded)
    if (match !== null) yield match
  }
}

/** Dates in their order, without those that lie within another: the first and longest stay. */
function withoutOverlaps(found: readonly FoundDate[]): readonly FoundDate[] {
  if (found.length < 2) return found
  let end = 0
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((date) => {
      if (date.start < end) return false
      end = date.end
      return true
    })
}

/**
 * Dates of running text, in a folded text whose signs are known: those of {@link findDates} but for 07-02 and
 * 20120702, which mean other things there.
 */
export function findDatesOfProse(folded: string, signs: DateSigns): readonly FoundDate[] {
  const found: FoundDate[] = []
  const look = (rule: NotationRule): void => {
    found.push(...readAll(rule, folded.matchAll(rule.pattern), folded))
  }
  if (signs.written.length > 0) {
    for (const rule of CHINESE_RULES) {
      found.push(...readAll(rule, matchesAt(rule.pattern, folded, signs.written), folded))
    }
    if (folded.includes('民国')) look(REPUBLIC_RULE)
  }
  if (signs.hasFigures) look(NUMERIC_RULE)
  if (signs.hasLatin) ENGLISH_RULES.forEach(look)
  return withoutOverlaps(found)
}

/**
 * Every date that a text writes with at least its month or its year, in their order, none within another. Widths and
 * kinds of characters make no difference (２０１２, 民國); a time that follows is part of its date. Times alone,
 * months alone (7月) and words such as 昨天 are not found here, and neither are dates of other calendars.
 */
export function findDates(text: string): readonly FoundDate[] {
  const folded = fold(text)
  // Spaces between the parts of a figure (2012 - 07 - 02) are no sign, so a whole text is searched for them.
  const found = [...findDatesOfProse(folded, { ...dateSigns(text), hasFigures: /\d/.test(folded) })]
  for (const rule of [MONTH_DAY_RULE, COMPACT_RULE]) {
    found.push(...readAll(rule, folded.matchAll(rule.pattern), folded))
  }
  return withoutOverlaps(found)
}
