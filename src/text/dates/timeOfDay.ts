import { readChineseNumber } from './chineseNumber'

/** A time that follows a date, as the text writes it. */
export interface TimeOfDay {
  /** Where it ends, in UTF-16 units. */
  readonly end: number
  /** `null` when only a weekday follows, or for 24时. */
  readonly hour: number | null
  readonly minute: number | null
  /** Minutes ahead of UTC, where the text says so. */
  readonly offset: number | null
  readonly isPossible: boolean
}

const WEEKDAY = String.raw`[(\[]?\s?(?:(?:星期|周|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\s?[)\]]?[,]?`
const PART = '(?<part>上午|下午|中午|午后|午间|晚上|晚间|傍晚|凌晨|清晨|早上|早晨|早|晚|夜间|夜里|夜|am|pm)'
const NUMBER = String.raw`(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})`
const OFFSET = String.raw`(?<offset>z(?![a-z])|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?(?!\d)|gmt|utc)`
const CLOCK = String.raw`(?<hour>\d{1,2})\s?:\s?(?<minute>\d{2})(?!\d)(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?(?<half>am|pm)(?![a-z]))?(?:\s?${OFFSET})?`
const SPOKEN = String.raw`(?<spokenHour>${NUMBER})\s?[时点](?!间|期|代|[一二三四五六七八九十\d]?[个项])(?:\s?(?<spokenMinute>${NUMBER})\s?分|(?<fraction>半|一刻|三刻))?(?:\s?\d{1,2}\s?秒)?`
const TIME = new RegExp(
  String.raw`(?:\s?${WEEKDAY})?(?:\s{0,4}t?(?:\s?-\s)?[,|]?\s{0,4}(?:${PART}\s?)?(?:${CLOCK}|${SPOKEN}))?`,
  'uy',
)

const FRACTIONS: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 }

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const match = /([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text)
  if (match === null) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

/** Whether what looks like an offset behind UTC is the end of a range (09:17-10:30). */
function isRange(time: string, offset: string | undefined): boolean {
  return (
    offset !== undefined && offset.startsWith('-') && !/t\d|:\d{2}:\d{2}/.test(time.slice(0, -offset.length))
  )
}

/** The hour of 24 that an hour beside a part of the day means (下午3时, 晚8点, 凌晨12点). */
function hourIn(part: string | undefined, hour: number): number {
  if (part === undefined || hour > 12) return hour
  if (/^(?:下午|午后|傍晚|晚|夜|pm)/.test(part)) {
    return hour === 12
      ? /^(?:晚|夜)/.test(part)
        ? 24
        : 12
      : part.startsWith('夜') && hour < 6
        ? hour
        : hour + 12
  }
  if (/^(?:中午|午间)/.test(part)) return hour < 4 ? hour + 12 : hour
  return hour === 12 && /^(?:凌晨|am)/.test(part) ? 0 : hour
}

/**
 * The time that follows a date at `at` in a folded text, with a weekday between them where there is one:
 * ` 09:17:33`, `T01:17Z`, `（星期一）上午9时17分`, ` Mon 9:17 pm`. `null` when nothing of the kind follows.
 */
export function timeAfter(folded: string, at: number): TimeOfDay | null {
  TIME.lastIndex = at
  const match = TIME.exec(folded)
  if (match === null || match[0].trim() === '') return null
  const groups = match.groups ?? {}
  const offset = isRange(match[0], groups['offset']) ? undefined : groups['offset']
  const length = match[0].length - (offset === groups['offset'] ? 0 : (groups['offset']?.length ?? 0))
  const end = at + match[0].slice(0, length).trimEnd().length
  const isClock = groups['hour'] !== undefined
  const written = isClock ? Number(groups['hour']) : readChineseNumber(groups['spokenHour'] ?? '')
  if (written === null) return { end, hour: null, minute: null, offset: null, isPossible: true }
  const minute = isClock
    ? Number(groups['minute'])
    : groups['spokenMinute'] !== undefined
      ? (readChineseNumber(groups['spokenMinute']) ?? 0)
      : (FRACTIONS[groups['fraction'] ?? ''] ?? 0)
  const hour = hourIn(groups['half'] ?? groups['part'], written)
  if (hour === 24 && minute === 0) return { end, hour: null, minute: null, offset: null, isPossible: true }
  return { end, hour, minute, offset: offsetOf(offset), isPossible: hour < 24 && minute < 60 }
}
