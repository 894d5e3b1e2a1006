import { looksLikeHeadline, NUMBERED } from './headline'
import { isPaperName } from './newspaperName'
import { countHan } from './pageLine'
import type { ReadLine } from './readLine'

/** Headings that follow each other: a headline with what stands above and below it. */
interface HeadingGroup {
  readonly from: number
  readonly to: number
  /** The level of the highest. */
  readonly level: number
  /** The text of the first of that level. */
  readonly text: string
}

/** What a part of a document is called, and no article of a newspaper. */
const PART =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[章节编篇部]|引言|前言|序言?|绪论|结[论语]|附[件录表]|参考文献|目录|后记)/

/** Fewest Han characters that headings have on average where they are headlines, and not the names of sections. */
const HEADLINE_LENGTH = 7
/** Under a title of the whole it takes more. */
const HEADLINE_LENGTH_BELOW = 9

function headingGroups(lines: readonly ReadLine[]): readonly HeadingGroup[] {
  const groups: HeadingGroup[] = []
  for (let from = 0; from < lines.length; from += 1) {
    if (lines[from]!.heading === 0) continue
    let to = from + 1
    while (to < lines.length && lines[to]!.heading > 0) to += 1
    const own = lines.slice(from, to).filter((line) => looksLikeHeadline(line) && !isPaperName(line.text))
    const level = Math.min(...own.map(({ heading }) => heading))
    const first = own.find(({ heading }) => heading === level)
    if (first !== undefined) groups.push({ from, to, level, text: first.text })
    from = to
  }
  return withTitleApart(lines, groups)
}

/** The groups with a title over the whole parted from the first headline, which it stands together with. */
function withTitleApart(
  lines: readonly ReadLine[],
  groups: readonly HeadingGroup[],
): readonly HeadingGroup[] {
  const [title, ...others] = groups
  if (title === undefined || others.some(({ level }) => level <= title.level)) return groups
  const next = Math.min(...others.map(({ level }) => level))
  const own = lines.slice(title.from, title.to)
  const at = own.findIndex(({ heading, role }) => heading === next && role !== 'subtitle')
  if (at <= 0) return groups
  const from = title.from + at
  return [{ ...title, to: from }, { from, to: title.to, level: next, text: own[at]!.text }, ...others]
}

/** Whether there is running text among the lines from `from` up to `to`. */
export function hasProse(lines: readonly ReadLine[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (lines[at]!.kind === 'prose') return true
  return false
}

/** Whether headings are headlines, and not the names of the sections of one text. */
function areHeadlines(groups: readonly HeadingGroup[], least: number): boolean {
  if (groups.some(({ text }) => NUMBERED.test(text) || PART.test(text))) return false
  return groups.reduce((sum, { text }) => sum + countHan(text), 0) >= least * groups.length
}

/** The lines of an article of a document; where running text comes before its first heading, all of them are sections. */
export function withoutLateHeadings(lines: readonly ReadLine[]): readonly ReadLine[] {
  const first = lines.findIndex(({ heading }) => heading > 0)
  if (first === -1 || !hasProse(lines, 0, first)) return lines
  return lines.map((line) => ({ ...line, heading: 0, role: 'text' }))
}

/**
 * Where articles of a document begin that its headings part: those of the highest level, each with running text before
 * the next, or those below a title that stands over the whole. None where they are sections of one text, or running text
 * comes before the first.
 */
export function headingStarts(lines: readonly ReadLine[]): readonly number[] {
  const groups = headingGroups(lines)
  const levels = [...new Set(groups.map(({ level }) => level))].sort((one, other) => one - other)
  let least = HEADLINE_LENGTH
  let rest = groups
  for (const level of levels) {
    const own = rest.filter((group) => group.level === level)
    const [first, second] = own
    if (first === undefined || hasProse(lines, 0, first.from)) return []
    if (second !== undefined) {
      const ends = [...own.slice(1).map(({ from }) => from), lines.length]
      const articles = own.filter((group, at) => hasProse(lines, group.to, ends[at]!))
      // A heading without a text of its own heads the next.
      const isMostly = articles.length >= 2 && articles.length >= own.length * 0.6
      return isMostly && areHeadlines(articles, least) ? articles.map(({ from }) => from) : []
    }
    // A single one may stand over all the others.
    rest = rest.filter(({ from }) => from > first.from)
    const next = rest[0]
    if (next === undefined || hasProse(lines, first.to, next.from)) return []
    least = HEADLINE_LENGTH_BELOW
  }
  return []
}
