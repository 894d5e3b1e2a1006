import { datelineOf } from '../../text/dates/datelineOf'
import { readFromBefore } from './continuedPages'
import { hasProse, headingStarts } from './headingStarts'
import { looksLikeHeadline } from './headline'
import { countHan } from './pageLine'
import type { ReadLine } from './readLine'

/** One article's stretch of a page's lines. */
export interface ArticleStretch {
  readonly from: number
  readonly to: number
}

/** Articles of a page, and the lines before the first that belong to all of them. */
export interface SeparatedArticles {
  readonly header: readonly ReadLine[]
  readonly stretches: readonly ArticleStretch[]
}

/** The most lines before the first article that are looked at for what they say of all. */
const HEADER = 60

/** A line of facts as they stand under a headline: a source or a posting. */
function isFacts(line: ReadLine): boolean {
  if (line.kind !== 'meta' || line.meta.isWeak) return false
  const { values, loose } = line.meta
  return (
    values.some(
      (value) => ['source', 'posting', 'issue', 'page'].includes(value.kind) && value.text !== '',
    ) ||
    (values.every((value) => value.kind !== 'editor') &&
      loose.dates.length > 0 &&
      (loose.newspaper !== '' || loose.pages.length > 0 || loose.dates.some((date) => date.hour !== null)))
  )
}

/** Places at which new pages begin: their breadcrumbs, each with running text before the next. */
function breadcrumbStarts(lines: readonly ReadLine[]): readonly number[] {
  const at = lines.flatMap((line, index) => (line.kind === 'breadcrumb' ? [index] : []))
  const starts: number[] = []
  at.forEach((from, index) => {
    if (hasProse(lines, from, at[index + 1] ?? lines.length)) starts.push(from)
  })
  return starts
}

/** How many lines of facts, tools and rules may lie between a headline and what it is told by. */
const REACH = 12

/** The first line of the headline over a line of facts. */
function headlineOver(lines: readonly ReadLine[], facts: number, floor: number): number {
  let at = facts - 1
  while (
    at > Math.max(floor, facts - REACH) &&
    (lines[at]!.kind === 'meta' ||
      lines[at]!.kind === 'byline' ||
      lines[at]!.kind === 'separator' ||
      lines[at]!.kind === 'bar')
  )
    at -= 1
  if (at <= floor || !looksLikeHeadline(lines[at]!)) return -1
  let first = at
  while (
    first - 1 > floor &&
    at - first < 2 &&
    looksLikeHeadline(lines[first - 1]!) &&
    lines[first]!.gap <= lines[first - 1]!.gap
  )
    first -= 1
  return first
}

/** A line that heads a printed page: its number, with or without the paper and the day. */
function isPageHead(line: ReadLine): boolean {
  return line.kind === 'meta' && line.meta.values.length === 0 && line.meta.loose.pages.length > 0
}

function factStarts(lines: readonly ReadLine[]): readonly number[] {
  const starts: number[] = []
  let floor = -1
  let isAmongComments = false
  lines.forEach((line, index) => {
    if (line.kind === 'comments') isAmongComments = true
    else if (line.kind === 'breadcrumb' || line.meta.values.some((value) => value.kind === 'source'))
      isAmongComments = false
    if (isAmongComments || !isFacts(line) || index <= floor) return
    const first = headlineOver(lines, index, floor)
    if (first === -1) return
    let next = index + 1
    while (next < lines.length && !(isFacts(lines[next]!) && headlineOver(lines, next, index) !== -1))
      next += 1
    if (!hasProse(lines, index, next)) return
    let start = first
    while (start - 1 > floor && isPageHead(lines[start - 1]!)) start -= 1
    starts.push(start)
    let last = index
    while (last + 1 < lines.length && lines[last + 1]!.kind === 'meta') last += 1
    floor = last
  })
  return starts
}

/** Headlines directly over paragraphs that begin with a dateline: short reports in a row. */
function datelineStarts(lines: readonly ReadLine[]): readonly number[] {
  const starts: number[] = []
  lines.forEach((line, index) => {
    if (line.kind !== 'prose') return
    const isUnderNames =
      lines[index - 1]?.kind === 'byline' && lines[index - 1]?.byline?.namesWriters === true
    if (!isUnderNames && datelineOf(line.text) === null) return
    let at = index - 1
    while (
      at >= Math.max(0, index - REACH) &&
      (lines[at]!.kind === 'byline' || lines[at]!.kind === 'separator')
    )
      at -= 1
    const above = lines[at]
    if (above === undefined || !looksLikeHeadline(above) || countHan(above.text) < 5) return
    starts.push(at)
  })
  return starts
}

/** Where the second halves of articles begin that went on elsewhere: at the head of their page, their headline, or themselves. */
function continuationStarts(lines: readonly ReadLine[]): readonly number[] {
  const starts: number[] = []
  lines.forEach((line, index) => {
    if (line.kind !== 'prose' && line.kind !== 'short') return
    if (index === 0 || readFromBefore(line.text.slice(0, 60)) === null) return
    let at = index
    while (at - 1 > 0 && index - at < 4) {
      const above = lines[at - 1]!
      const isOwn =
        isPageHead(above) || above.kind === 'separator' || (at === index && looksLikeHeadline(above))
      if (!isOwn && !(above.kind === 'meta' && at - 2 > 0 && looksLikeHeadline(lines[at - 2]!))) break
      at -= 1
    }
    if (hasProse(lines, 0, at)) starts.push(at)
  })
  return starts
}

/** Whether one of some places is within a few lines. */
function isNear(at: number, places: readonly number[]): boolean {
  return places.some((place) => Math.abs(place - at) <= 4)
}

/** Starts of articles with those of second halves that no other start comes near; the first stretch begins the page. */
function withContinuations(
  starts: readonly number[],
  continued: readonly number[],
  lines: readonly ReadLine[],
): readonly number[] {
  const added = continued.filter((at) => !isNear(at, starts))
  if (added.length === 0) return starts
  const first = starts.length === 0 ? [0] : hasProse(lines, 0, starts[0]!) ? [0, ...starts] : starts
  return [...new Set([...first, ...added])].sort((one, other) => one - other)
}

function stretchesOf(starts: readonly number[], end: number): readonly ArticleStretch[] {
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? end }))
}

/**
 * Parts a page at the articles that it holds. One article is the rule; several are several breadcrumbs, several
 * headlines with lines of facts, or several headlines over paragraphs that begin with a dateline, each with its text; in a
 * document several headings too.
 *
 * @param isDocument whether its headings are those of a document, where each may head an article of its own
 */
export function separateArticles(lines: readonly ReadLine[], isDocument = false): SeparatedArticles {
  const continued = continuationStarts(lines)
  const facts = factStarts(lines)
  const headings = isDocument ? headingStarts(lines) : []
  // Headings that head every line of facts tell of articles without such a line too.
  const areFactsHeaded = headings.length >= facts.length && facts.every((at) => isNear(at, headings))
  const ways = [
    breadcrumbStarts(lines),
    areFactsHeaded ? headings : facts,
    facts,
    headings,
    datelineStarts(lines),
  ]
  const found = ways.find((way) => way.length >= 2) ?? []
  const starts = withContinuations(found, continued, lines)
  if (starts.length < 2) return { header: [], stretches: [{ from: 0, to: lines.length }] }
  return {
    header: lines.slice(Math.max(0, starts[0]! - HEADER), starts[0]),
    stretches: stretchesOf(starts, lines.length),
  }
}
