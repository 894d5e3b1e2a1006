import { fold } from '../../text/fold'

/** What the markup of a page says of a line; a page of plain text says nothing (`text`). */
export const LINE_ROLES = [
  'text',
  'navigation',
  'breadcrumb',
  'title',
  'kicker',
  'subtitle',
  'meta',
  'share',
  'caption',
  'summary',
  'aside',
  'comment',
  'footer',
] as const
export type LineRole = (typeof LINE_ROLES)[number]

/** A line of visible text: of a page of text as it stands there, of HTML what lies between two breaks. Never blank. */
export interface PageLine {
  /** Without the space around it. */
  readonly text: string
  /** `fold(text)`: of the same length, so that a place in it is the same place in `text`. */
  readonly folded: string
  /** Where it begins in the page's text, in UTF-16 units. */
  readonly start: number
  /** Columns of space before it; a Han character has two. */
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
  /** Share of its characters that are links, 0 to 1; 0 in plain text. */
  readonly linkShare: number
  /** Level of the heading that it is, 1 to 6; 0 for none. */
  readonly heading: number
  readonly role: LineRole
  /** Number of the markup's block that holds it; 0 in plain text. */
  readonly container: number
}

/** A page as lines. */
export interface PageText {
  readonly lines: readonly PageLine[]
  /** Number of the block that holds each block, by its own number; the outermost holds itself. */
  readonly containers: readonly number[]
  /** Control and invisible characters that were left out. */
  readonly droppedCharacters: number
}

/** A line with everything that plain text leaves at its default. */
export function makeLine(text: string, start: number, rest: Partial<PageLine> = {}): PageLine {
  return {
    text,
    folded: fold(text),
    start,
    indent: 0,
    gap: 0,
    linkShare: 0,
    heading: 0,
    role: 'text',
    container: 0,
    ...rest,
  }
}

/** Columns that a text takes in a fixed pitch: two for a Han character, a full-width sign or a wide mark, else one. */
export function columnsOf(text: string): number {
  let columns = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const isWide =
      (unit >= 0x1100 && unit <= 0x115f) ||
      (unit >= 0x2e80 && unit <= 0xa4cf) ||
      (unit >= 0xac00 && unit <= 0xd7a3) ||
      (unit >= 0xf900 && unit <= 0xfaff) ||
      (unit >= 0xfe30 && unit <= 0xfe4f) ||
      (unit >= 0xff00 && unit <= 0xff60) ||
      (unit >= 0xffe0 && unit <= 0xffe6) ||
      unit === 0x2018 ||
      unit === 0x2019 ||
      unit === 0x201c ||
      unit === 0x201d ||
      unit === 0x2026 ||
      unit === 0x2014
    // A pair of surrogates counts one for each half, and what it writes is wide as a rule.
    columns += isWide ? 2 : 1
  }
  return columns
}

/** How many Han characters a text has. */
export function countHan(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if ((unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007 || (unit >= 0xd840 && unit <= 0xd88f))
      count += 1
  }
  return count
}
