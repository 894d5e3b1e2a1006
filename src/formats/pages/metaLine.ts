import { findDates } from '../../text/dates/findDates'
import { fold as foldLine } from '../../text/fold'
import { readByline } from './byline'
import { furnitureKind } from './furniture'
import { findLabels, type MetaKind } from './metaLabels'
import { findPages } from './pageNumber'
import { readSource, type SourceReading } from './sourceLine'
import type { PageLine } from './pageLine'

/** A value with its label: 来源：某报. */
export interface MetaValue {
  readonly kind: MetaKind
  readonly label: string
  readonly text: string
  readonly folded: string
  /** Where it begins in the line. */
  readonly start: number
}

/** A line of what is told about an article: its labelled values, and what stands there without a label. */
export interface MetaLine {
  readonly values: readonly MetaValue[]
  /** What stands before the first label and behind dates: dates, pages and names of papers. */
  readonly loose: SourceReading
  readonly looseText: string
  /** Whether it is told about the article, and nothing of its text. */
  readonly isMeta: boolean
  /** Whether only labels that notices in a text have too (电话, 地址, 名称) make it so. */
  readonly isWeak: boolean
}

/** Kinds of labels that stand in the text of articles too. */
const WEAK: ReadonlySet<MetaKind> = new Set([
  'reference',
  'address',
  'otherDate',
  'title',
  'kicker',
  'subtitle',
  'keywords',
  'photographer',
  'share',
  'column',
])

/** Longest line that is looked at. */
const LONGEST = 400

/** A bar of type sizes in the midst of a line: 大 中 小, A- A+, [大][中][小]. */
const SIZES =
  /[【[(]?\s?(?:字号|字体)?[:：]?\s?(?:[【[(]?(?:特大|超大|大|中|小|a[+-]|t[+-]?|\+|-|默认)[】\])]?[\s|/·]{0,3}){2,5}[】\])]?(?=$|[\s|])/gu

function trimmedRange(text: string, from: number, to: number): readonly [number, number] {
  let start = from
  let end = to
  while (start < end && /[\s|丨·,，;；:：/]/.test(text.charAt(start))) start += 1
  while (end > start && /[\s|丨·,，;；/([【（-]/.test(text.charAt(end - 1))) end -= 1
  return [start, end]
}

function isFit({ kind, text, folded }: MetaValue): boolean {
  if (folded === '') return true
  if (kind === 'summary' || kind === 'body') return false
  const isSentence = /[。！？!?]./u.test(folded) || folded.endsWith('。')
  switch (kind) {
    case 'source':
      return folded.length <= 70 && !isSentence
    case 'posting':
    case 'modified':
    case 'issue':
    case 'otherDate': {
      const first = findDates(text)[0]
      return (
        (first !== undefined && first.start <= 6 && folded.length - (first.end - first.start) <= 40) ||
        /^[\d\s:：./年月日-]{4,24}$/.test(folded)
      )
    }
    case 'page':
      return folded.length <= 24 && /[\da-z一二三四五六七八九十〇零]/.test(folded)
    case 'author': {
      if (folded.length > 100 || isSentence || /[？?]/.test(folded)) return false
      const byline = readByline(text)
      return byline.isWhole || (folded.length <= 24 && !/[,，：:]/.test(folded))
    }
    case 'editor':
    case 'photographer':
      return folded.length <= 60 && !isSentence
    case 'counter':
      return /^[\d,.万w+k\s()次人条-]{0,16}/.test(folded) && folded.length <= 40 && !isSentence
    case 'keywords':
    case 'title':
    case 'kicker':
    case 'subtitle':
      return folded.length <= 200
    default:
      return folded.length <= 80 && !isSentence
  }
}

/** Where a value ends, though no label follows: at a bar, a wide space, another role. */
const VALUE_END = /\s?[|丨\t]\s?|\s{4,}|\s+(?=(?:本报|特约|见习|实习|全媒体)?(?:记者|通讯员)\s)/

/** 2006 10/20 12:22:47: the year apart from the day. */
const DATE_IN_PIECES = /(?<=(?:^|[^\d])(?:19|20)\d{2})\s(?=\d{1,2}\/\d{1,2}\s)/

/** Removes what a bar of tools has in the midst of a line of facts. */
function withoutBars(folded: string): string {
  return folded
    .replaceAll(SIZES, (match) => ' '.repeat(match.length))
    .replaceAll(
      /(?:分享到|分享|打印本页|打印|收藏|关闭窗口|关闭|我要评论|评论|手机看新闻|纠错|字体缩放|放大|缩小|听新闻|语音播报|复制链接|返回列表|字号|字体)(?=$|[\s|:：【】()[\]\d])/g,
      (match) => ' '.repeat(match.length),
    )
    .replaceAll(
      /(?:阅读|浏览|点击|评论|点赞|转发|收藏|访问|人气|热度)(?:量|数|次数)?[:：]?\s?[(（]?\d[\d,.]{0,9}[w万+]{0,2}(?:次|人|条)?[)）]?|(?<![\d:：/.-])\d[\d,.]{0,9}[w万+]{0,2}(?:\s?[次人条]\s?)?(?:浏览|阅读|点击|评论|参与|查看|访问)(?:量|数)?/g,
      (match) => ' '.repeat(match.length),
    )
}

/** Reads a line as one of facts about an article. Longer lines than a few hundred characters are none. */
export function readMetaLine(line: Pick<PageLine, 'text' | 'folded'>): MetaLine {
  const [text, folded] =
    line.folded.length > LONGEST
      ? [line.text, line.folded]
      : [line.text.replace(DATE_IN_PIECES, '/'), line.folded.replace(DATE_IN_PIECES, '/')]
  const empty: SourceReading = { newspaper: '', isPlain: false, dates: [], pages: [], rest: folded }
  if (folded.length > LONGEST)
    return { values: [], loose: empty, looseText: '', isMeta: false, isWeak: false }
  const labels = findLabels(folded)
  const plain = withoutBars(folded)
  const loosePieces: string[] = []
  const [headStart, headEnd] = trimmedRange(plain, 0, labels[0]?.start ?? plain.length)
  // Spaces keep every place what it is in the line.
  loosePieces.push(' '.repeat(headStart) + blankAs(text, plain, headStart, headEnd))
  const values = labels.map(({ kind, label, end }, index): MetaValue => {
    const to = labels[index + 1]?.start ?? folded.length
    let [start, stop] = trimmedRange(kind === 'size' || kind === 'share' ? folded : plain, end, to)
    const isDated = kind === 'posting' || kind === 'modified' || kind === 'issue' || kind === 'otherDate'
    if (isDated) {
      const date = findDates(text.slice(start, stop))[0]
      if (date !== undefined && date.start <= 6 && start + date.end < stop) {
        const [restStart, restEnd] = trimmedRange(plain, start + date.end, stop)
        if (restEnd > restStart) loosePieces.push(blankAs(text, plain, restStart, restEnd))
        stop = start + date.end
      }
    } else if (kind === 'source' || kind === 'author' || kind === 'page' || kind === 'editor') {
      const bar = VALUE_END.exec(folded.slice(start, stop))
      if (bar !== null) {
        loosePieces.push(blankAs(text, plain, start + bar.index + bar[0].length, stop))
        stop = start + bar.index
      }
      const date =
        kind === 'author' || kind === 'editor'
          ? findDates(text.slice(start, stop)).find((one) => one.hour !== null || one.day !== null)
          : undefined
      if (date !== undefined) {
        loosePieces.push(blankAs(text, plain, start + date.start, stop))
        stop = start + date.start
      }
    }
    ;[start, stop] = trimmedRange(plain, start, stop)
    return { kind, label, text: text.slice(start, stop), folded: folded.slice(start, stop), start }
  })
  const looseText = loosePieces.join(loosePieces.length > 1 ? '  ' : '')
  const loose = readSource(plainFold(looseText), looseText, false)
  const rest = loose.rest === '' || furnitureKind(loose.rest) === 'bar' ? '' : loose.rest
  const isFitting = values.every(isFit)
  const strong = values.filter((value) => !WEAK.has(value.kind))
  const hasLoose =
    loose.newspaper !== '' ||
    loose.pages.length > 0 ||
    loose.dates.some((date) => date.day !== null && (date.year !== null || folded.length <= 24))
  const looseFits =
    rest.length <=
    (values.length > 0
      ? 24
      : hasLoose
        ? Math.min(8, loose.newspaper === '' && loose.pages.length === 0 ? 4 : 8)
        : 0)
  const isBare = values.length === 0
  const isMeta =
    isFitting &&
    looseFits &&
    (isBare
      ? hasLoose &&
        !/[。！？；，]/.test(folded.replaceAll(',', '')) &&
        folded.length <= 120 &&
        (loose.newspaper === '' || loose.dates.length > 0 || loose.pages.length > 0)
      : strong.length > 0 || values.length > 0)
  return {
    values,
    loose: { ...loose, rest },
    looseText,
    isMeta,
    isWeak: isMeta && !isBare && strong.length === 0,
  }
}

function plainFold(text: string): string {
  return text === '' ? '' : foldLine(text)
}

function blankAs(text: string, plain: string, from: number, to: number): string {
  let piece = ''
  for (let at = from; at < to; at += 1) piece += plain.charAt(at) === ' ' ? ' ' : text.charAt(at)
  return piece
}

/** Whether a value names a page of a printed paper, and which. */
export function pageOfValue(value: MetaValue): { readonly page: string; readonly pageTitle: string } | null {
  const found = findPages(value.folded, value.text)[0]
  if (found !== undefined) return found
  const bare =
    /^(?:第\s?)?([a-z]{0,2}\d{1,3}(?:\s?[,、/，]\s?[a-z]{0,2}\d{1,3}){0,5})(?:\s?版)?(?:\s?[:：·\s(（]\s?(\p{Script=Han}{2,10})[)）]?)?$/u.exec(
      value.folded,
    )
  if (bare === null) return null
  return {
    page: (bare[1] ?? '')
      .toUpperCase()
      .replaceAll(/[、/，]/g, ',')
      .replaceAll(/\s/g, ''),
    pageTitle: bare[2] ?? '',
  }
}
