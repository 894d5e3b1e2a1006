import { documentOf, type DocumentText } from '../pages/documentText'
import { commonSize, sizedHeadings, LARGER } from './headingSizes'

/** A run of characters on a page of a document, in units of the page; y grows upwards. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** The size of its characters. */
  readonly size: number
}

/** A line of a page. */
export interface PlacedLine {
  readonly text: string
  /** Where it begins and ends. */
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

const HAN_END = /[\p{Script=Han}\p{P}\p{S}\u3000]$/u
const HAN_START = /^[\p{Script=Han}\p{P}\p{S}\u3000]/u

/** Two pieces of text as one; words of Latin letters are kept apart by a space. */
function joinWritten(before: string, after: string): string {
  const isTight = before === '' || after === '' || HAN_END.test(before) || HAN_START.test(after)
  return isTight || /\s$/.test(before) || /^\s/.test(after) ? before + after : `${before} ${after}`
}

/** The runs of a page as lines, in the order in which the document writes them. */
export function linesOfPage(runs: readonly PlacedText[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = []
  let open: PlacedLine | null = null
  for (const run of runs) {
    if (run.text.trim() === '') continue
    const right = run.x + run.width
    const isSameLine: boolean =
      open !== null &&
      Math.abs(run.y - open.y) < 0.5 * Math.min(open.size, run.size) &&
      run.x > open.right - Math.max(open.size, run.size) &&
      run.x < open.right + 4 * Math.max(open.size, run.size)
    if (open !== null && isSameLine) {
      const gap: number = run.x - open.right
      const isGap: boolean =
        gap > 0.2 * run.size && !(HAN_END.test(open.text) && HAN_START.test(run.text) && gap < run.size)
      open = {
        text: isGap ? `${open.text} ${run.text}` : open.text + run.text,
        left: Math.min(open.left, run.x),
        right: Math.max(open.right, right),
        y: open.y,
        size: Math.max(open.size, run.size),
      }
      lines[lines.length - 1] = open
      continue
    }
    open = { text: run.text, left: run.x, right, y: run.y, size: run.size }
    lines.push(open)
  }
  return lines
}

/** Share of pages on which a line has to stand at the same height to be none of the text. */
const REPEATED_SHARE = 0.5
const FEWEST_PAGES = 3
const PAGE_NUMBER = /^[\s\-–—·.第页共版/]*\d{1,4}[\s\-–—·.第页共版/\d]*$/

/** Pages without what stands at the same height of most of them (their heads and feet), and without page numbers at their ends. */
function withoutPageFrames(pages: readonly (readonly PlacedLine[])[]): readonly (readonly PlacedLine[])[] {
  const keyOf = ({ text, y }: PlacedLine): string =>
    `${text.replaceAll(/\d+/g, '0').trim()} ${String(Math.round(y / 4))}`
  const counts = new Map<string, number>()
  for (const lines of pages) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = Math.max(FEWEST_PAGES, pages.length * REPEATED_SHARE)
  return pages.map((lines) => {
    const edge = lines.map(({ y }) => y)
    const lowest = Math.min(...edge)
    const highest = Math.max(...edge)
    return lines.filter((line) => {
      const isRepeated = (counts.get(keyOf(line)) ?? 0) >= most
      const isNumber =
        (line.y === lowest || line.y === highest) && PAGE_NUMBER.test(line.text) && lines.length > 1
      return !isRepeated && !isNumber
    })
  })
}

/** Lines of one size that stand below each other, and so may make paragraphs together. */
interface LineBlock {
  readonly lines: PlacedLine[]
  left: number
  right: number
}

function blocksOf(pages: readonly (readonly PlacedLine[])[]): readonly LineBlock[] {
  const blocks: LineBlock[] = []
  for (const lines of pages) {
    lines.forEach((line, at) => {
      const block = blocks.at(-1)
      const before = block?.lines.at(-1)
      const isNext =
        block !== undefined &&
        before !== undefined &&
        Math.abs(before.size - line.size) < 0.1 * line.size &&
        line.left < block.right &&
        line.right > block.left &&
        // A new page or column begins at the top; else a line stands close below the one before it.
        (at === 0 || line.y > before.y || before.y - line.y < 2.2 * line.size)
      if (!isNext) {
        blocks.push({ lines: [line], left: line.left, right: line.right })
        return
      }
      block.lines.push(line)
      block.left = Math.min(block.left, line.left)
      block.right = Math.max(block.right, line.right)
    })
  }
  return blocks
}

/** The paragraphs of a block: a line that is indented begins one, and so does the line behind one that ends early. */
function paragraphsOf({ lines, left, right }: LineBlock): readonly string[] {
  const paragraphs: string[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const isIndented = line.left > left + 1.2 * line.size || line.text.startsWith('\u3000\u3000')
    const isAfterEnd = before !== undefined && before.right < right - 2.5 * before.size
    if (before === undefined || isIndented || isAfterEnd) paragraphs.push(line.text)
    else paragraphs.push(joinWritten(paragraphs.pop() ?? '', line.text))
  })
  return paragraphs
}

/** The most lines of a headline. */
const LONGEST_HEADLINE = 3

/**
 * A headline in several lines as one: what fills its column goes on, other lines were parted on purpose. A line that
 * begins with a dash is a subtitle, and stays apart.
 */
function headlinesOf({ lines, left, right }: LineBlock): readonly string[] {
  const headlines: string[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before === undefined || /^[—－―─-]{2}/.test(line.text)) {
      headlines.push(line.text)
      return
    }
    const isFull = before.right - before.left > (right - left) * 0.97 && line.right < right - line.size
    const former = headlines.pop() ?? ''
    headlines.push(isFull ? joinWritten(former, line.text) : `${former} ${line.text}`)
  })
  return headlines
}

/**
 * The text of pages, a line for each paragraph and each headline, told by its larger characters. Lines are in the order
 * in which the document writes them; those of one size that stand below each other are joined, across pages too.
 */
export function documentOfPages(pages: readonly (readonly PlacedLine[])[]): DocumentText {
  const blocks = blocksOf(withoutPageFrames(pages))
  const common = commonSize(blocks.flatMap(({ lines }) => lines))
  const paragraphs = blocks.flatMap((block) => {
    const size = block.lines[0]?.size ?? 0
    const isHeadline = size >= common * LARGER && block.lines.length <= LONGEST_HEADLINE
    return (isHeadline ? headlinesOf(block) : paragraphsOf(block)).map((text) => ({ text, size }))
  })
  const headings = sizedHeadings(paragraphs)
  return documentOf(paragraphs.map(({ text }, at) => ({ text, ...headings[at]! })))
}
