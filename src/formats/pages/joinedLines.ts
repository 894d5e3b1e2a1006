import { fold } from '../../text/fold'
import { readBreadcrumb } from './breadcrumb'
import { isBulleted, isListed } from './furniture'
import { readMetaLine } from './metaLine'
import { columnsOf, type PageLine } from './pageLine'

/** The fewest lines of one width that show that a text was broken at it, where a sign tells its paragraphs apart. */
const FEWEST = 2

/** Narrowest and widest setting, in columns: below, lines are verse; above, they are paragraphs. */
const NARROWEST = 28
const WIDEST = 140
/** Without indents and blank lines between paragraphs it takes more to show that lines were broken at a width. */
const NARROWEST_UNMARKED = 36
const WIDEST_UNMARKED = 100
const FEWEST_UNMARKED = 5

const SENTENCE_END = /[。！？!?…；;：:.][”"’'」』）)》]{0,3}$/
const NEW_PARAGRAPH =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]\s?\D|[问答][:：]|[·•●■◆▲★○])/

/** What breaking lines at a width has left: the width, how it was counted, and how paragraphs can be told apart. */
interface Setting {
  readonly measure: (line: PageLine) => number
  readonly width: number
  /** How much narrower a full line may be: a mark that must not begin a line takes a character along. */
  readonly slack: number
  readonly isIndented: boolean
  /** Whether some lines are set in and others not, so that one that is begins a paragraph. */
  readonly hasIndents: boolean
  readonly isParted: boolean
}

function inColumns(line: PageLine): number {
  return line.indent + columnsOf(line.text)
}

/** Some programs count characters, however wide. */
function inCharacters(line: PageLine): number {
  return line.indent / 2 + line.text.length
}

/** The width under which most lines end just short of, and how many these are. */
function commonWidth(
  lengths: readonly number[],
  slack: number,
): { readonly width: number; readonly full: number } {
  const counts = new Uint32Array(WIDEST + 2)
  for (const length of lengths) if (length <= WIDEST) counts[Math.floor(length)]! += 1
  let best = { width: 0, full: 0 }
  for (let width = NARROWEST / 2; width <= WIDEST; width += 1) {
    if (counts[width] === 0) continue
    let full = 0
    for (let at = Math.max(0, width - slack); at <= width; at += 1) full += counts[at]!
    if (full >= best.full) best = { width, full }
  }
  return best
}

/** Marks within a line, and not at its end. */
const MARKED = /[，。、；：？！,][^”’」』）)]/

/**
 * Whether a sign tells lines that go on from those that begin a paragraph: most lines without it come behind a full line,
 * and there are others.
 */
function doGoOn(
  lines: readonly PageLine[],
  isFull: (line: PageLine) => boolean,
  isWithout: (line: PageLine) => boolean,
): boolean {
  let goingOn = 0
  let astray = 0
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    if (previous === undefined || !isWithout(line)) return
    if (isFull(previous)) goingOn += 1
    else astray += 1
  })
  return goingOn >= 2 && astray <= goingOn * 0.25 && lines.some((line) => !isWithout(line))
}

function settingOf(lines: readonly PageLine[]): Setting | null {
  for (const [measure, slack] of [
    [inColumns, 4],
    [inCharacters, 2],
  ] as const) {
    const setting = settingBy(lines, measure, slack)
    if (setting !== null) return setting
  }
  return null
}

function settingBy(lines: readonly PageLine[], measure: Setting['measure'], slack: number): Setting | null {
  const { width, full } = commonWidth(lines.map(measure), slack)
  const isFull = (line: PageLine): boolean => measure(line) >= width - slack && measure(line) <= width
  const columns = Math.max(0, ...lines.slice(0, 4000).filter(isFull).map(inColumns))
  if (full < FEWEST || columns < NARROWEST || columns > WIDEST) return null
  const from = lines.findIndex(isFull)
  const to = lines.findLastIndex(isFull) + 1
  const range = lines.slice(from, to + 1)
  // A paragraph that is longer than the width was not broken at it.
  const over = lines.filter((line) => measure(line) > width && MARKED.test(line.text.slice(0, 400))).length
  const fullLines = range.filter(isFull)
  const broken = fullLines.filter((line) => !SENTENCE_END.test(line.text)).length
  // Verse and rows of headlines break at their marks; prose that was broken has them within its lines.
  const inner = fullLines.filter((line) => MARKED.test(line.text) && !isListed(line.folded)).length
  if (over > Math.max(1, full * 0.05) || broken === 0 || inner < full * 0.5) return null
  const parted = range.filter((line) => line.gap > 0).length
  if (parted > range.length * 0.8) return null
  const isIndented = doGoOn(range, isFull, (line) => line.indent < 2)
  const isParted = doGoOn(range, isFull, (line) => line.gap === 0)
  const indented = range.filter((line) => line.indent >= 2).length
  const long = range.filter((line) => measure(line) >= width * 0.6).length
  if (
    !isIndented &&
    !isParted &&
    (columns > WIDEST_UNMARKED ||
      columns < NARROWEST_UNMARKED ||
      full < FEWEST_UNMARKED ||
      broken < Math.max(2, full * 0.5) ||
      full < long * 0.45)
  )
    return null
  return {
    measure,
    width,
    slack,
    isIndented,
    hasIndents: indented > 0 && indented < range.length * 0.9,
    isParted: parted > 0,
  }
}

/** What stands between two lines that are joined: a space between two words of Latin letters, else nothing. */
function between(previous: string, next: string): string {
  const end = previous.slice(-1)
  return /[\p{Script=Latin},.;:]/u.test(end) && /^[\p{Script=Latin}\d]/u.test(next.slice(0, 2)) ? ' ' : ''
}

/** A line without the hyphen by which its last word was broken. */
function withoutHyphen(line: string, next: string): string {
  return /[a-z]-$/i.test(line.slice(-2)) && /^[a-z]/.test(next.slice(0, 1)) ? line.slice(0, -1) : line
}

/** Paragraphs of a text whose lines were broken at a width, as lines; and how many lines were joined to others. */
export interface JoinedLines {
  readonly lines: readonly PageLine[]
  readonly joined: number
  readonly firstJoined: string
  /** Whether nothing but the fullness of lines told where paragraphs end. */
  readonly isGuessed: boolean
}

/**
 * Joins lines that were broken at a width. A paragraph begins at an indent, behind a blank line, or behind a line that
 * is not full; lines of any other text stay as they are.
 */
export function joinWrappedLines(lines: readonly PageLine[]): JoinedLines {
  const setting = settingOf(lines)
  const paragraphs: PageLine[][] = []
  let joined = 0
  let firstJoined = ''
  lines.forEach((line, index) => {
    const before = paragraphs.at(-1)
    const previous = lines[index - 1]
    const goesOn =
      previous !== undefined &&
      (beginsWithMark(line, previous) || (setting !== null && !beginsParagraph(line, previous, setting)))
    if (before === undefined || previous === undefined || !goesOn) {
      paragraphs.push([line])
      return
    }
    joined += 1
    if (firstJoined === '') firstJoined = previous.text
    before.push(line)
  })
  return {
    lines: paragraphs.map(joinAll),
    joined,
    firstJoined,
    isGuessed: setting !== null && !setting.isIndented && !setting.isParted,
  }
}

/** Whether a line begins with a mark that no line begins with, so that it goes on from the one before. */
function beginsWithMark(line: PageLine, previous: PageLine): boolean {
  return (
    /^[，。、；！？]/.test(line.text) && previous.text.length >= 10 && line.container === previous.container
  )
}

function joinAll(lines: readonly PageLine[]): PageLine {
  const first = lines[0]!
  if (lines.length === 1) return first
  const parts = lines.map((line, index) => {
    const next = lines[index + 1]?.text
    if (next === undefined) return line.text
    const whole = withoutHyphen(line.text, next)
    return whole === line.text ? whole + between(whole, next) : whole
  })
  const text = parts.join('')
  return { ...first, text, folded: fold(text) }
}

/** Facts and links stand on lines of their own, however long. */
function isFixed(line: PageLine): boolean {
  if (line.heading > 0 || line.linkShare > 0.5 || isListed(line.folded) || isBulleted(line.folded))
    return true
  const meta = readMetaLine(line)
  return (meta.isMeta && meta.values.length > 0) || readBreadcrumb(line.folded, line.text)?.isPlain === true
}

function beginsParagraph(line: PageLine, previous: PageLine, setting: Setting): boolean {
  const { isIndented, hasIndents, isParted, width, slack, measure } = setting
  const length = measure(previous)
  const isFull = length >= width - (isIndented || isParted ? slack * 2 : slack) && length <= width
  if (!isFull || line.container !== previous.container || (isParted && line.gap > 0)) return true
  if (hasIndents && line.indent >= 2) return true
  if (isFixed(previous) || isFixed(line)) return true
  return !isIndented && !isParted && SENTENCE_END.test(previous.text) && NEW_PARAGRAPH.test(line.text)
}
