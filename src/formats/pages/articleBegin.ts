import { headlineKey, looksLikeHeadline, type HeadlineHints } from './headline'
import { countHan } from './pageLine'
import type { ReadLine } from './readLine'

/** How far behind the first running text a line of facts may come, when that text is a summary above it. */
const SUMMARY_REACH = 3

function hasFacts(line: ReadLine): boolean {
  return (
    line.kind === 'meta' &&
    (line.meta.values.some((value) =>
      ['source', 'posting', 'author', 'issue', 'page', 'modified', 'counter'].includes(value.kind),
    ) ||
      (line.meta.values.length === 0 && line.meta.loose.dates.length > 0))
  )
}

/** Where running text begins, leaving out what the page says before its headline. */
export function findBegin(
  lines: readonly ReadLine[],
  hints: HeadlineHints,
  isMain: (line: ReadLine) => boolean,
): number {
  const bodyLabel = lines.findIndex((line) =>
    line.meta.values.some((value) => value.kind === 'body' && value.start <= 12),
  )
  if (bodyLabel !== -1) {
    const isAlone = lines[bodyLabel]!.meta.values.find((value) => value.kind === 'body')!.text.length < 8
    return isAlone ? bodyLabel + 1 : bodyLabel
  }
  const keys = new Set(hints.titles.map(headlineKey).filter((key) => key.length >= 4))
  const document = headlineKey(hints.documentTitle)
  const known = lines.findIndex((line) => {
    if (line.text.length > 120 || line.kind === 'listed' || line.kind === 'breadcrumb') return false
    const key = headlineKey(line.text)
    return (
      keys.has(key) ||
      (line.heading === 1 && key.length >= 4) ||
      (key.length >= 8 && document.startsWith(key))
    )
  })
  for (let at = Math.max(0, known + 1); at < lines.length; at += 1) {
    if (lines[at]!.kind === 'prose' && isMain(lines[at]!)) return at
  }
  return lines.findIndex((line) => line.kind === 'prose')
}

/** Where the text begins when the running text found first is a summary above the line of facts. */
export function behindSummary(lines: readonly ReadLine[], first: number): number {
  if (first === -1) return -1
  let before = 0
  for (let at = first; at <= first + SUMMARY_REACH && at < lines.length; at += 1) {
    if (!hasFacts(lines[at]!)) {
      before += lines[at]!.kind === 'prose' ? lines[at]!.text.length : 0
      continue
    }
    let behind = 0
    for (let next = at + 1; next < lines.length && behind <= before; next += 1) {
      if (lines[next]!.kind === 'prose') behind += lines[next]!.text.length
    }
    const had = lines.slice(0, first).some(hasFacts)
    return behind > before && !had ? at + 1 : first
  }
  return first
}

/**
 * Where the head of a page ends that has no running text (verse, a list of names): behind the line of facts or the names
 * under the first headline; else behind that headline, which a blank line or the end of its block parts from the rest.
 */
export function endOfVerseHead(lines: readonly ReadLine[]): number {
  const first = lines.findIndex(
    (line) => looksLikeHeadline(line) && countHan(line.text) >= 2 && line.linkShare < 0.5,
  )
  if (first === -1) return lines.length
  for (let at = first + 1; at < Math.min(lines.length, first + 6); at += 1) {
    const line = lines[at]!
    if (line.kind === 'meta' || line.kind === 'byline' || line.kind === 'breadcrumb') return at + 1
    if (line.kind === 'short' && line.byline?.isWhole === true && line.byline.isPlain) return at
  }
  return first + 1
}
