import { fold } from '../../text/fold'
import { isMediumName, isPaperName } from './newspaperName'
import { countHan } from './pageLine'
import type { ReadLine } from './readLine'

/** The lines of a headline, by their places among the lines given; −1 where there is none. */
export interface Headline {
  readonly title: number
  readonly kicker: number
  readonly subtitle: number
  /** Further lines that belong to the title: a headline in two lines, one over the other. */
  readonly isSure: boolean
  /** Whether what stands above and below is told apart by signs, and not only by its place. */
  readonly areOthersSure: boolean
}

/** Letters and figures of a headline, by which two writings of it are the same. */
export function headlineKey(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const SUBTITLE_MARK = /^(?:——|--|—|──|———|－－|―|——)/
/** A number by which a section of a text begins. */
export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])/
const SALUTATION = /[:：]$/
const SECTION =
  /^.{2,8}(?:新闻|要闻|频道|专栏|专题|资讯|动态|公告|通知|网|在线|首页|快讯|时政|综合|副刊|视点|聚焦|时评|国内|国际|社会|经济|导报)$/

/** Whether a line could be a headline by its look alone. */
export function looksLikeHeadline(line: ReadLine): boolean {
  const { text, folded } = line
  if (line.kind !== 'short' && line.heading === 0) return false
  if (line.kind !== 'short' && line.kind !== 'prose') return false
  if (text.length > 120 || (countHan(text) < 2 && !/[A-Za-z]{3}/.test(text))) return false
  if (/[。；，、,;]$/.test(folded)) return false
  return !/^\d{4}年\d{1,2}月\d{1,2}日$/.test(folded)
}

/** What is known of a page's headline beside its lines. */
export interface HeadlineHints {
  /** Headlines as meta tags and data give them. */
  readonly titles: readonly string[]
  /** The document's title, which may have the site's name behind the headline. */
  readonly documentTitle: string
  /** The last name of the breadcrumb, which may be the headline. */
  readonly lastCrumb: string
  /** Names of the site. */
  readonly siteNames: readonly string[]
  /** Whether the headings are those of a document, which heads nothing but its own texts. */
  readonly isDocument: boolean
}

function hintScore(line: ReadLine, hints: HeadlineHints): number {
  const key = headlineKey(line.text)
  if (key.length < 2) return 0
  if (hints.titles.some((title) => headlineKey(title) === key)) return 60
  const document = headlineKey(hints.documentTitle)
  if (key.length >= 4 && document.startsWith(key)) return 50
  if (key.length >= 6 && document.includes(key)) return 35
  const crumb = headlineKey(hints.lastCrumb)
  if (crumb.length >= 6 && (key === crumb || key.startsWith(crumb))) return 30
  return 0
}

/** Points of a heading of a document: there is no navigation that it could be of. */
const OF_DOCUMENT = 14

function score(lines: readonly ReadLine[], at: number, end: number, hints: HeadlineHints): number {
  const line = lines[at]!
  const han = countHan(line.text)
  let points = hintScore(line, hints)
  if (line.role === 'title') points += 40
  if (line.role === 'kicker' || line.role === 'subtitle') points -= 40
  points += [0, 28, 18, 10, 5, 2, 1][line.heading] ?? 0
  const isHeaded = hints.isDocument && (line.heading === 1 || line.heading === 2)
  if (isHeaded) points += OF_DOCUMENT
  points += han >= 8 && han <= 42 ? 6 : han < 4 ? -14 : 0
  if (SUBTITLE_MARK.test(line.folded)) points -= 40
  if (NUMBERED.test(line.folded)) points -= 12
  if (SALUTATION.test(line.folded)) points -= 14
  if (line.linkShare > 0.5) points -= 16
  if (isPaperName(line.text) || (han <= 12 && isMediumName(line.text)) || hints.siteNames.includes(line.text))
    points -= 24
  if (SECTION.test(line.folded) && !isHeaded) points -= 12
  const before = lines.slice(Math.max(0, at - 1), at).at(-1)
  if (before?.kind === 'breadcrumb') points += 10
  const next = lines.slice(at + 1, Math.min(end, at + 4)).find((one) => one.kind !== 'separator')
  if (next !== undefined && (next.kind === 'meta' || next.kind === 'byline')) points += 14
  else if (at === end - 1) points += 8
  return points - Math.min(12, (end - 1 - at) * 1.5)
}

/** Whether a line may stand above a title: not the name of a site, a section or a column. */
function isKickerLike(line: ReadLine, hints: HeadlineHints): boolean {
  return (
    line.role === 'kicker' ||
    (looksLikeHeadline(line) &&
      line.role !== 'navigation' &&
      line.linkShare < 0.5 &&
      countHan(line.text) >= 4 &&
      !isMediumName(line.text) &&
      !SECTION.test(line.folded) &&
      !hints.siteNames.includes(line.text) &&
      !/[:：]$/.test(line.folded))
  )
}

/** Points by which the best line has to be better than others to be sure. */
const RIVAL = 4

/** Whether a line is the name of the printed page (要闻, 教科文卫) whose number stands on the line before. */
function isPageName(line: ReadLine, before: ReadLine | undefined): boolean {
  const isBehindNumber =
    before?.kind === 'meta' && before.meta.loose.pages.some((page) => page.pageTitle === '')
  return isBehindNumber && line.role !== 'kicker' && /^\p{Script=Han}{2,6}$/u.test(line.text)
}

/** How many lines before its text a headline is looked for: a site may have hundreds of lines of navigation before it. */
const REACH = 600

/**
 * Finds the headline among the lines from `from` to `end`, where the text begins. A line that begins with —— is a subtitle;
 * of two lines without any sign the longer tradition holds: 引题 above, 正题 below.
 */
export function findHeadline(
  lines: readonly ReadLine[],
  from: number,
  end: number,
  hints: HeadlineHints,
): Headline | null {
  let title = -1
  let best = -Infinity
  const rated: { readonly at: number; readonly points: number }[] = []
  for (let at = Math.max(from, end - REACH); at < end; at += 1) {
    if (!looksLikeHeadline(lines[at]!) && !(lines[at]!.role === 'title')) continue
    const points = score(lines, at, end, hints)
    rated.push({ at, points })
    if (points >= best) {
      best = points
      title = at
    }
  }
  if (title === -1) return null
  // Of two equal headlines (the document's head and the page's) the one that stands with the text.
  const isKnown = best >= 40
  let first = title
  let last = title
  const adjoins = (at: number): boolean =>
    at >= from && at < end && looksLikeHeadline(lines[at]!) && lines[at]!.role !== 'navigation'
  while (
    first - 1 >= from &&
    title - first < 2 &&
    adjoins(first - 1) &&
    isKickerLike(lines[first - 1]!, hints) &&
    !isPageName(lines[first - 1]!, lines[first - 2]) &&
    (lines[first]!.gap <= lines[first - 1]!.gap || lines[first - 1]!.role === 'kicker')
  )
    first -= 1
  while (
    last + 1 < end &&
    last - title < 2 &&
    (adjoins(last + 1) || SUBTITLE_MARK.test(lines[last + 1]!.folded))
  )
    last += 1
  const hasFactsBehind = lines
    .slice(last + 1, end)
    .some((line) => line.kind === 'meta' || line.kind === 'byline')
  const isSubtitle = (at: number): boolean => {
    const line = lines[at]!
    if (line.role === 'subtitle' || SUBTITLE_MARK.test(line.folded)) return true
    return (
      hasFactsBehind &&
      !SALUTATION.test(line.folded) &&
      !NUMBERED.test(line.folded) &&
      line.text !== lines[title]!.text
    )
  }
  const hasSign = (at: number): boolean => {
    const line = lines[at]!
    const isLesserHeading =
      line.heading > 0 && lines[title]!.heading > 0 && line.heading > lines[title]!.heading
    return (
      line.role === 'subtitle' || line.role === 'kicker' || isLesserHeading || SUBTITLE_MARK.test(line.folded)
    )
  }
  if (!isKnown && first === title - 1 && last === title) {
    // Two lines without a sign of which is which, the second of them chosen for its place.
    return { title, kicker: first, subtitle: -1, isSure: false, areOthersSure: hasSign(first) }
  }
  const subtitle = last > title && isSubtitle(title + 1) ? title + 1 : -1
  const kicker = first < title ? title - 1 : -1
  if (!isKnown && kicker === -1 && subtitle !== -1 && !hasSign(subtitle)) {
    // The same two lines with the first chosen: what is above is the kicker, unless it is the longer of the two.
    const isLonger = countHan(lines[title]!.text) > countHan(lines[subtitle]!.text)
    return isLonger
      ? { title, kicker, subtitle, isSure: false, areOthersSure: false }
      : { title: subtitle, kicker: title, subtitle: -1, isSure: false, areOthersSure: false }
  }
  const others = [kicker, subtitle].filter((at) => at !== -1)
  // Another line, not above or below it, that is as good a headline.
  const hasRival = rated.some(
    ({ at, points }) =>
      Math.abs(at - title) > 1 && points > best - RIVAL && lines[at]!.text !== lines[title]!.text,
  )
  return {
    title,
    kicker,
    subtitle,
    isSure: isKnown || (!hasRival && (others.every(hasSign) || others.length === 2)),
    areOthersSure: others.every(hasSign) || (kicker !== -1 && subtitle !== -1),
  }
}
