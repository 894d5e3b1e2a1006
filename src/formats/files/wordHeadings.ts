import type { DocumentLine } from '../pages/documentText'
import { commonSize, sizedHeadings, type SizedLine } from './headingSizes'
import type { WordStyle, WordStyles } from './wordStyles'
import type { WordLine } from './wordText'

/** The longest heading, and the longest line in the middle that is one by being bold. */
const LONGEST = 120
const LONGEST_BOLD = 50

/** A line with what its style adds to its own look. */
interface LookedLine extends SizedLine {
  readonly outline: number | null
  readonly isTitle: boolean
  readonly isSubtitle: boolean
  readonly isBoldInMiddle: boolean
}

/** The level that the name of a style says, from 0: programs write it in English or in their own language. */
function outlineOfName(name: string): number | null {
  const level = /^(?:heading|标题|標題)\s?([1-9])$/.exec(name)?.[1]
  return level === undefined ? null : Number(level) - 1
}

function look({ text, style, outline, size, isBold, isCentred }: WordLine, styles: WordStyles): LookedLine {
  const named: WordStyle | undefined = styles.byId.get(style ?? styles.usual ?? '')
  const name = named?.name ?? style?.toLowerCase() ?? ''
  const isHeadable = text.trim() !== '' && text.length <= LONGEST
  const level = outline ?? named?.outline ?? outlineOfName(name)
  return {
    text,
    size: size ?? named?.size ?? styles.size,
    outline: isHeadable && level !== null && level >= 0 && level < 9 ? level : null,
    isTitle: isHeadable && /^(?:title|标题|標題)$/.test(name),
    isSubtitle: isHeadable && /^(?:subtitle|副标题|副標題)$/.test(name),
    isBoldInMiddle:
      isHeadable &&
      text.length <= LONGEST_BOLD &&
      (isBold ?? named?.isBold ?? false) &&
      (isCentred ?? named?.isCentred ?? false),
  }
}

/** The levels that styles say, the title of a document above its headings. */
function styledLevels(lines: readonly LookedLine[]): readonly number[] {
  const below = lines.some(({ isTitle }) => isTitle) ? 2 : 1
  return lines.map(({ outline, isTitle, isSubtitle }) => {
    if (isTitle) return 1
    if (isSubtitle) return Math.min(6, below + 1)
    return outline === null ? 0 : Math.min(6, outline + below)
  })
}

/**
 * The lines of a document of Word with the levels of its headings: as their styles or their places in the outline say;
 * where nothing says so, by the sizes of their characters; else those that are bold in the middle.
 */
export function wordHeadings(lines: readonly WordLine[], styles: WordStyles): readonly DocumentLine[] {
  const looked = lines.map((line) => look(line, styles))
  const styled = styledLevels(looked)
  const sized = sizedHeadings(looked)
  const common = commonSize(looked)
  const isStyled = styled.some((level) => level > 0)
  const isSized = sized.some(({ level }) => level > 0)
  const firstBold = looked.findIndex(({ isBoldInMiddle, size }) => isBoldInMiddle && size >= common)
  return looked.map((line, at): DocumentLine => {
    const { text } = line
    if (isStyled) {
      // A line beside a heading that only its size tells belongs to that.
      const isBeside = (styled[at - 1] ?? 0) > 0 || (styled[at + 1] ?? 0) > 0
      if (styled[at] === 0 && isBeside && sized[at]!.level > 0) return { text, level: 6, role: null }
      return { text, level: styled[at]!, role: line.isSubtitle ? 'subtitle' : null }
    }
    if (isSized) return { text, ...sized[at]! }
    const level = line.isBoldInMiddle && line.size >= common ? (at === firstBold ? 2 : 3) : 0
    return { text, level, role: null }
  })
}
