import { behindSummary, endOfVerseHead, findBegin } from './articleBegin'
import { findHeadline, looksLikeHeadline, type Headline, type HeadlineHints } from './headline'
import { isMediumName } from './newspaperName'
import { countHan } from './pageLine'
import type { ReadLine } from './readLine'

/** The lines of one article by what they are to it, each list in the order of the page. */
export interface ArticleParts {
  readonly headline: Headline | null
  readonly lines: readonly ReadLine[]
  /** Where its text begins among the lines. */
  readonly begin: number
  /** Lines of facts before the text, with their places relative to the headline told by `lines`. */
  readonly head: readonly ReadLine[]
  readonly body: readonly ReadLine[]
  readonly summaries: readonly ReadLine[]
  /** Lines of facts in and behind the text. */
  readonly tail: readonly ReadLine[]
  readonly dropped: readonly ReadLine[]
  /** Whether running text was found, and not only short lines below a headline. */
  readonly isProse: boolean
}

/** A paragraph by which a text goes on behind a box of links. */
function resumes(line: ReadLine): boolean {
  if (line.kind !== 'prose' || line.linkShare >= 0.3 || line.text.length < 40) return false
  return /[。！？][”」』）)]?$/.test(line.text.slice(-3)) && /[。！？]/.test(line.text.slice(0, -3))
}

/** Parts the lines of one article. `isMain`: whether a line stands in the block of the page that holds the article. */
export function partArticle(
  lines: readonly ReadLine[],
  hints: HeadlineHints,
  isMain: (line: ReadLine) => boolean = () => true,
): ArticleParts {
  const firstProse = findBegin(lines, hints, isMain)
  const isProse = firstProse !== -1
  let end = isProse ? behindSummary(lines, firstProse) : lines.length
  const headline = findHeadline(lines, 0, isProse ? end : endOfVerseHead(lines), hints)
  if (!isProse) end = headline === null ? 0 : Math.max(headline.title, headline.subtitle) + 1
  const factsBehind = (from: number): number => {
    let last = -1
    for (let at = from; at < (isProse ? end : lines.length); at += 1) {
      const line = lines[at]!
      if (!isProse && line.kind === 'short' && last !== -1 && at > last + 1) break
      if ((line.kind === 'meta' && !line.meta.isWeak) || line.kind === 'byline' || line.kind === 'breadcrumb')
        last = at
      if (!isProse && at > from + 12) break
    }
    return last
  }
  const headEnd = headline === null ? -1 : Math.max(headline.title, headline.subtitle)
  const lastFacts = factsBehind(headEnd + 1)
  let begin = Math.max(headEnd, lastFacts) + 1
  if (headline === null) begin = end
  // Facts, a long way off, below short lines that are text (a letter's salutation) are no head.
  if (isProse && begin > end) begin = end
  const nearTitle = headline === null ? null : headline
  if (nearTitle !== null && isProse && !isMain(lines[nearTitle.title]!) && lines.length > 0) {
    // A headline outside the main block is fine; the lines between that are neither are not text.
    while (begin < end && !isMain(lines[begin]!)) begin += 1
  }
  const summaries: ReadLine[] = []
  const body: ReadLine[] = []
  const tail: ReadLine[] = []
  const dropped: ReadLine[] = []
  let ended: 'no' | 'links' | 'over' = 'no'
  let hasProse = false
  for (let at = begin; at < lines.length; at += 1) {
    const line = lines[at]!
    const isBeside = !isMain(line)
    if (ended === 'over') {
      if (line.kind === 'meta' || line.kind === 'byline') tail.push(line)
      else dropped.push(line)
      continue
    }
    switch (line.kind) {
      case 'summary':
        summaries.push(line)
        continue
      case 'comments':
        if (hasProse || (!isProse && body.length > 0)) ended = 'over'
        dropped.push(line)
        continue
      case 'footer':
        if (hasProse && line.role === 'footer') ended = 'over'
        else if (hasProse && ended === 'no') ended = 'links'
        dropped.push(line)
        continue
      case 'list':
      case 'neighbour':
        if (hasProse || (!isProse && body.length > 0)) ended = 'links'
        dropped.push(line)
        continue
      case 'meta':
      case 'byline':
        if (line.kind === 'meta' && ended === 'no' && isTextual(line, lines, at, hasProse)) body.push(line)
        else tail.push(line)
        continue
      case 'bar':
      case 'breadcrumb':
      case 'caption':
      case 'navigation':
      case 'separator':
      case 'listed':
        dropped.push(line)
        continue
      case 'prose':
        if (isBeside || (ended === 'links' && !resumes(line))) {
          dropped.push(line)
          continue
        }
        if (ended === 'links') {
          ended = 'no'
        }
        hasProse = true
        body.push(line)
        continue
      default:
        if (ended === 'links' || isBeside || (line.linkShare > 0.6 && !looksLikeText(line))) {
          dropped.push(line)
        } else body.push(line)
    }
  }
  const kept = withoutTrailingNames(body, isProse)
  return {
    headline,
    lines,
    begin,
    head: lines.slice(0, begin),
    body: kept,
    summaries: [...lines.slice(0, begin).filter((line) => line.kind === 'summary'), ...summaries],
    tail,
    dropped: dropped.concat(body.slice(kept.length)),
    isProse,
  }
}

function looksLikeText(line: ReadLine): boolean {
  return /[。！？；：”]$/.test(line.text.slice(-1))
}

/** A line that reads as facts and stands in a text: the day under a letter, 电话 in a notice. */
function isTextual(line: ReadLine, lines: readonly ReadLine[], at: number, hasProse: boolean): boolean {
  if (!hasProse) return false
  if (line.meta.isWeak) return true
  let next = lines[at + 1]
  for (let behind = at + 1; next?.kind === 'separator' && behind < at + 6; behind += 1) next = lines[behind]
  const previous = lines[at - 1]
  const { values, loose } = line.meta
  const date = loose.dates[0]
  if (
    values.length === 0 &&
    loose.dates.length === 1 &&
    loose.newspaper === '' &&
    loose.pages.length === 0 &&
    date?.hour === null
  ) {
    // The day under a signature.
    return previous !== undefined && previous.kind === 'short' && previous.text.length <= 30
  }
  if (
    values.length > 0 &&
    values.every((value) => value.kind === 'posting' && /^(?:时间|日期)$/.test(value.label))
  ) {
    return next?.kind === 'prose' || next?.meta.isWeak === true
  }
  return false
}

/** The text without the names of sites and papers that trail behind it. */
function withoutTrailingNames(body: readonly ReadLine[], isProse: boolean): readonly ReadLine[] {
  let to = body.length
  while (to > 1) {
    const line = body[to - 1]!
    const isName = line.kind === 'short' && isMediumName(line.text) && countHan(line.text) <= 12
    const isLink = isProse && line.kind === 'short' && line.linkShare > 0.6
    const isShortHeadline = isProse && line.kind === 'short' && line.heading > 0 && looksLikeHeadline(line)
    if (!isName && !isLink && !isShortHeadline) break
    to -= 1
  }
  return body.slice(0, to)
}
