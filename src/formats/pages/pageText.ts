import { makeLine, columnsOf, type PageLine, type PageText } from './pageLine'

/** Control characters, marks of direction and characters without width: they show nothing and can hide much. */
const INVISIBLE =
  /(?:(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc])/gu

/** Everything that ends a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** A text without the characters that show nothing, and how many they were. */
export function dropInvisible(text: string): { readonly text: string; readonly dropped: number } {
  const visible = text.replaceAll(INVISIBLE, '')
  return { text: visible, dropped: text.length - visible.length }
}

/** Columns of the space at the beginning of a line. */
function indentOf(line: string): number {
  let at = 0
  while (at < line.length && line.charAt(at).trim() === '') at += 1
  return columnsOf(line.slice(0, at).replaceAll('\t', '    '))
}

/** Marks of quoting that a mail program sets before each line. */
function withoutQuoting(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '')
  const quoted = filled.filter((line) => /^\s{0,8}>/.test(line)).length
  if (filled.length < 3 || quoted < filled.length * 0.6) return lines
  return lines.map((line) => line.replace(/^\s{0,8}(?:> ?){1,8}/, ''))
}

/**
 * The end of a sentence, and behind it the space by which a new paragraph is set in: a page whose paragraphs lost their
 * breaks and kept their indents.
 */
const LOST_BREAK = /(?<=[。！？!?…][”」』）)]?|[：:])(?:\u3000{2}|[ \u00a0]{4})(?=\S)/g

/** A page of plain text as lines. Quoting marks of mail are taken off; an empty text has no lines. */
export function readTextLines(source: string): PageText {
  const raw: string[] = []
  const starts: number[] = []
  let from = 0
  for (const end of source.matchAll(LINE_END)) {
    raw.push(source.slice(from, end.index))
    starts.push(from)
    from = end.index + end[0].length
  }
  raw.push(source.slice(from))
  starts.push(from)

  let droppedCharacters = 0
  const visible = raw.map((line) => {
    const { text, dropped } = dropInvisible(line)
    droppedCharacters += dropped
    return text
  })
  const lines: PageLine[] = []
  let gap = 0
  withoutQuoting(visible).forEach((line, index) => {
    if (line.trim() === '') {
      gap += 1
      return
    }
    let at = 0
    const offset = (starts[index] ?? 0) + ((visible[index] ?? '').length - line.length)
    for (const piece of line.split(LOST_BREAK)) {
      const place = line.indexOf(piece, at)
      const text = piece.trim()
      if (text !== '') {
        const lead = piece.length - piece.trimStart().length
        const indent = at === 0 ? indentOf(piece) : 4
        lines.push(makeLine(text.replaceAll('\u00a0', ' '), offset + place + lead, { gap, indent }))
        gap = 0
      }
      at = place + piece.length
    }
  })
  return { lines, containers: [0], droppedCharacters }
}
