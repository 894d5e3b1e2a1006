import { columnsOf, type PageLine } from './pageLine'

/** The fewest lines of one width that show that a text was broken at it. */
const FEWEST = 3

/** Narrowest and widest setting, in columns: below, lines are verse; above, they are paragraphs. */
const NARROWEST = 24
const WIDEST = 140

const SENTENCE_END = /[。！？!?…；;：:.][”"’'」』）)》]{0,3}$/
const NEW_PARAGRAPH =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]\s?\D|[问答][:：]|[·•●■◆▲★○])/

/** What breaking lines at a width has left: the width in columns, and how paragraphs can be told apart. */
interface Setting {
  readonly width: number
  /** The same in characters: some programs count these. */
  readonly characters: number
  readonly isIndented: boolean
  readonly isParted: boolean
}

function settingOf(lines: readonly PageLine[]): Setting | null {
  const widths = lines.map((line) => line.indent + columnsOf(line.text))
  const sorted = widths.toSorted((one, other) => one - other)
  const width = sorted.at(-1) ?? 0
  if (lines.filter((line, index) => index > 0 && line.gap > 0).length > lines.length * 0.8) return null
  if (lines.length < FEWEST || width < NARROWEST || width > WIDEST) return null
  const characters = Math.max(...lines.slice(0, 400).map((line) => line.text.length + line.indent / 2))
  const isFull = (index: number): boolean =>
    (widths[index] ?? 0) >= width - 6 ||
    (lines[index]?.text.length ?? 0) + (lines[index]?.indent ?? 0) / 2 >= characters - 2
  let full = 0
  let broken = 0
  let short = 0
  lines.forEach((line, index) => {
    if (index === lines.length - 1) return
    if (!isFull(index)) short += SENTENCE_END.test(line.text) ? 0 : 1
    else {
      full += 1
      if (!SENTENCE_END.test(line.text)) broken += 1
    }
  })
  // Full lines break anywhere; a text of verse or of short paragraphs ends its lines where its sentences end.
  if (full < FEWEST - 1 || broken < Math.max(2, full * 0.5) || short > full) return null
  // Verse breaks at its marks; prose that was broken has them within its lines.
  const inner = lines.filter((line) => /[，。、；：？！,][^”’」』）)]/.test(line.text)).length
  if (inner < lines.length * 0.3) return null
  const indented = lines.filter((line) => line.indent >= 2).length
  const parted = lines.filter((line, index) => index > 0 && line.gap > 0).length
  return {
    width,
    characters,
    isIndented: indented > 0 && indented < lines.length * 0.8,
    isParted: parted > 0 && parted < lines.length * 0.8,
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
export interface JoinedLines<Line extends PageLine> {
  readonly lines: readonly Line[]
  readonly joined: number
  readonly firstJoined: string
  /** Whether nothing but the fullness of lines told where paragraphs end. */
  readonly isGuessed: boolean
}

/**
 * Joins lines that were broken at a width. A paragraph begins at an indent, behind a blank line, or behind a line that
 * is not full; lines of any other text stay as they are.
 */
export function joinWrappedLines<Line extends PageLine>(lines: readonly Line[]): JoinedLines<Line> {
  const setting = settingOf(lines)
  if (setting === null) return { lines, joined: 0, firstJoined: '', isGuessed: false }
  const paragraphs: Line[][] = []
  let joined = 0
  let firstJoined = ''
  lines.forEach((line, index) => {
    const before = paragraphs.at(-1)
    const previous = lines[index - 1]
    if (before === undefined || previous === undefined || beginsParagraph(line, previous, setting)) {
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
    isGuessed: !setting.isIndented && !setting.isParted,
  }
}

function joinAll<Line extends PageLine>(lines: readonly Line[]): Line {
  const first = lines[0]!
  if (lines.length === 1) return first
  const text = lines.map((line, index) => {
    const next = lines[index + 1]?.text
    if (next === undefined) return line.text
    const whole = withoutHyphen(line.text, next)
    return whole === line.text ? whole + between(whole, next) : whole
  })
  return { ...first, text: text.join(''), folded: '' }
}

function beginsParagraph(line: PageLine, previous: PageLine, setting: Setting): boolean {
  const { isIndented, isParted, width } = setting
  const slack = isIndented || isParted ? 12 : 6
  const isFull =
    previous.indent + columnsOf(previous.text) >= width - slack ||
    previous.text.length + previous.indent / 2 >= setting.characters - slack / 2 + 1
  if (!isFull || (isParted && line.gap > 0)) return true
  if (isIndented && line.indent >= 2) return true
  return !isIndented && !isParted && SENTENCE_END.test(previous.text) && NEW_PARAGRAPH.test(line.text)
}
