import type { TextRange } from '../../domain/textRange'
import { fold } from '../fold'
import { findDates } from './findDates'
import type { FoundDate } from './foundDate'
import { readChineseNumber } from './chineseNumber'

/** The head of a report (电头): who sends it, from where and on which day. */
export interface Dateline {
  /** Where it stands in its paragraph, in UTF-16 units, end exclusive; brackets around it and the reporters are part of it. */
  readonly start: number
  readonly end: number
  /** As written: 新华社, 中新网, 某某日报, 本报, 本台; `null` for a head that names only its reporters. */
  readonly agency: string | null
  readonly place: string | null
  /** A day that is written without its month (新华社北京1日电) has only `day`. */
  readonly date: FoundDate | null
  /** Where 记者 and what follows stand, without the brackets around them: 记者 张示例 通讯员 李样张. */
  readonly reporters: TextRange | null
}

const HAN = String.raw`\p{Script=Han}`
const NUMERAL = '[一二三四五六七八九十廿卅]'
const OWN = '本(?:报|台|刊|网|社|站|院|校)|我(?:报|台|网)'
const AGENCY = String.raw`(?:据\s?)?(?<agency>${OWN}|《?[${HAN}a-z]{1,12}?(?:通讯社|社|网|报|台|客户端|融媒体?中心)(?![网社报]|台(?![北湾州中南山]))》?)`
const CORRESPONDENT = String.raw`(?:\s?(?:驻[${HAN}]{1,8}?)?(?:特派|特约|驻地|见习|实习|首席)?记者(?:\s?(?<names>[${HAN}·、]{2,8}(?:[\s、][${HAN}·、]{2,8})*?)\s|[${HAN}·]{2,16}(?=\d)))?`
const PLACE = String.raw`(?:\s?(?<place>[${HAN}]{1,8}?(?:·[${HAN}]{1,8}?)?(?:[、/\s][${HAN}]{1,8}?)?))??`
const YEAR = String.raw`(?:(?:[12]\d{3}|[一二][〇零一二三四五六七八九]{3})\s?年\s?)?`
const DATE = String.raw`(?<date>${YEAR}(?:\d{1,2}|${NUMERAL}{1,2}|元)\s?月\s?(?:\d{1,2}|${NUMERAL}{1,3})\s?日|(?<![\d月])(?<dayAlone>\d{1,2}|${NUMERAL}{1,3})\s?日)?`
const PART_OF_DAY = '(?:凌晨|上午|中午|下午|晚)?'
const CLOSE = String.raw`(?:[${HAN}]{0,4}?专?(?:电|讯)|消息|综合消息|快讯|报道)`
const REPORTER = '(?:记者|通讯员|实习生|特约记者|特派记者|见习记者|本报记者|首席记者|全媒体记者|文/|文\\s图)'
const IN_BRACKETS = String.raw`[(\[【]\s?(?<inBrackets>[${HAN}]{0,10}${REPORTER}[^)\]】\n]{0,80})[)\]】]`
const ENDS_IN_REPORT = String.raw`\s(?:[${HAN}]{2,6})?(?:摄影)?报道`
const BARE_REPORTERS = String.raw`(?<bare>(?:本报|全媒体|见习|特约|首席)?(?:记者|通讯员|实习生)\s[^，,。;:：(（\n]{2,40}?(?=${ENDS_IN_REPORT}))${ENDS_IN_REPORT}`

const HEAD = new RegExp(
  String.raw`^\s{0,8}(?<opening>[【\[(〔](?=[^】\])〕\n]{2,40}[】\])〕]))?\s?${AGENCY}\s?${CORRESPONDENT}${PLACE}\s?${DATE}\s?${PART_OF_DAY}\s?(?<close>${CLOSE})(?:\s?[】\])〕])?(?:\s{0,3}(?:${IN_BRACKETS}|${BARE_REPORTERS}))?`,
  'u',
)
const REPORTERS_ONLY = new RegExp(
  String.raw`^\s{0,8}(?:${IN_BRACKETS}(?:\s?(?:${OWN})?(?:讯|消息))?|(?:本报|本台|本网)?${BARE_REPORTERS})`,
  'u',
)

/** Ends of words that look like an agency or a place and are part of a sentence. */
const SENTENCE =
  /(?:获悉|了解|记者从|发布|公布|表示|介绍|召开|举行|我们|通过|根据|在|是|的|了|等|为|从|向|对|将|和)/u

/** A head ends within so many characters, but for the names in its brackets. */
const LONGEST_HEAD = 60

function rangeOf(text: string, part: string | undefined, from: number): TextRange | null {
  if (part === undefined) return null
  const start = text.indexOf(part, from)
  const trimmed = part.trimEnd()
  return start === -1 ? null : [start, start + trimmed.length]
}

function dateIn(
  folded: string,
  written: string,
  from: number,
  dayAlone: string | undefined,
): FoundDate | null {
  const start = folded.indexOf(written, from)
  if (dayAlone !== undefined) {
    const day = readChineseNumber(dayAlone)
    const end = start + written.length
    return {
      start,
      end,
      dateEnd: end,
      year: null,
      month: null,
      day,
      hour: null,
      minute: null,
      notation: 'chinese',
      isPossible: day !== null && day >= 1 && day <= 31,
    }
  }
  return findDates(folded).find((date) => date.start === start) ?? null
}

/**
 * The dateline at the head of a paragraph: 本报讯, 本报苏州7月1日讯, 新华社北京7月1日电（记者某某）, 据中新社电,
 * 【本报讯】, （记者某某）. `null` when the paragraph begins with its text; 记者从…获悉 is text.
 */
export function datelineOf(paragraph: string): Dateline | null {
  // Most paragraphs begin with nothing of the kind; looking for these is quick.
  const beginning = paragraph.slice(0, LONGEST_HEAD)
  if (!/[电電讯訊]|消息|报道|報道|記者|记者|通[讯訊]员|实习|文[/／\s]/u.test(beginning)) return null
  const folded = fold(paragraph.slice(0, LONGEST_HEAD * 4))
  const match = HEAD.exec(folded)
  const groups = match?.groups ?? {}
  const agency = groups['agency']
  const isOwn = agency !== undefined && new RegExp(`^(?:${OWN})$`, 'u').test(agency)
  const says = `${agency ?? ''}|${groups['place'] ?? ''}`
  const isHead =
    match !== null &&
    agency !== undefined &&
    !SENTENCE.test(says) &&
    (groups['date'] !== undefined || isOwn || /^(?:电|讯|专电|快讯|综合消息)$/.test(groups['close'] ?? '')) &&
    !(groups['close'] === '报道' && groups['date'] === undefined)
  if (!isHead) return reportersAlone(paragraph, folded)
  const head = match[0].trimEnd()
  const start = head.length - head.trimStart().length
  const agencyStart = folded.indexOf(agency, start)
  const agencyEnd = agencyStart + agency.length
  const place = rangeOf(folded, groups['place'], agencyEnd + (groups['names']?.length ?? 0))
  const date =
    groups['date'] === undefined ? null : dateIn(folded, groups['date'], agencyEnd, groups['dayAlone'])
  return {
    start,
    end: head.length,
    agency: paragraph.slice(agencyStart, agencyEnd).replaceAll(/[《》]/gu, ''),
    place: place === null ? null : paragraph.slice(...place),
    date,
    reporters:
      rangeOf(folded, groups['inBrackets'] ?? groups['bare'], agencyEnd) ??
      rangeOf(folded, groups['names'] === undefined ? undefined : `记者${groups['names']}`, agencyEnd),
  }
}

function reportersAlone(paragraph: string, folded: string): Dateline | null {
  const match = REPORTERS_ONLY.exec(folded)
  if (match === null) return null
  const head = match[0].trimEnd()
  const start = head.length - head.trimStart().length
  const own = new RegExp(`(?:${OWN})(?=(?:讯|消息)$)`, 'u').exec(head)
  return {
    start,
    end: head.length,
    agency: own === null ? null : paragraph.slice(own.index, own.index + own[0].length),
    place: null,
    date: null,
    reporters: rangeOf(folded, match.groups?.['inBrackets'] ?? match.groups?.['bare'], start),
  }
}
