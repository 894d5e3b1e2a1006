import { ReadingFailure } from './readingFailure'
import { isOn, numberOf } from './wordStyles'
import { readWholeXml } from './xmlText'

/** Elements whose text is not part of what a reader sees: deleted, an instruction, the reading above a character, a second form of a drawing. */
const UNREAD: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rt',
  'Fallback',
  'rPr',
  'sectPr',
])

/** A paragraph of a document, or a row of a table, with what it says itself about its look. */
export interface WordLine {
  readonly text: string
  /** The id of its style; `null` when it names none. */
  readonly style: string | null
  /** Its level in the outline, from 0; `null` when it says nothing. */
  readonly outline: number | null
  /** The size of most of its characters, in half-points; `null` when that is left to its style. */
  readonly size: number | null
  /** Whether most of its characters are bold, and whether it stands in the middle; `null`: its style says. */
  readonly isBold: boolean | null
  readonly isCentred: boolean | null
}

/** A cell or a whole text that paragraphs go into. */
type Lines = WordLine[]

/** A paragraph that is being read, and how many of its characters are written how. */
interface OpenParagraph {
  readonly pieces: string[]
  style: string | null
  outline: number | null
  isCentred: boolean | null
  length: number
  bold: number
  light: number
  readonly sizes: Map<number | null, number>
}

function openParagraph(): OpenParagraph {
  return {
    pieces: [],
    style: null,
    outline: null,
    isCentred: null,
    length: 0,
    bold: 0,
    light: 0,
    sizes: new Map(),
  }
}

/** A line that says nothing about its look. */
function plainLine(text: string): WordLine {
  return { text, style: null, outline: null, size: null, isBold: null, isCentred: null }
}

function lineOf({ pieces, style, outline, isCentred, length, bold, light, sizes }: OpenParagraph): WordLine {
  const [size] = [...sizes].sort(([, one], [, other]) => other - one)[0] ?? [null]
  const isBold = bold > length / 2 ? true : light > length / 2 ? false : null
  return { text: pieces.join(''), style, outline, size, isBold, isCentred }
}

/**
 * The text of a document's main part (ECMA-376, WordprocessingML): a line for each paragraph, a line for each row of a
 * table with tabulators between its cells, paragraphs of a row's only cell each on their own line. Insertions under
 * review are there, deletions are not; footnotes, headers and footers are other parts.
 *
 * @throws ReadingFailure when it is damaged or the text is longer than `most`
 */
export async function readWordLines(
  content: AsyncIterable<Uint8Array>,
  most: number,
): Promise<readonly WordLine[]> {
  const lines: Lines = []
  /** Open cells and rows, the innermost last; paragraphs go into the innermost cell. */
  const cells: Lines[] = []
  const rows: Lines[][] = []
  const paragraphs: OpenParagraph[] = []
  let unread = 0
  let runs = 0
  let isText = false
  let length = 0
  /** What the run says of its characters, and whether its properties are being read. */
  let run: { size: number | null; isBold: boolean | null } = { size: null, isBold: null }
  let properties = 0
  const put = (text: string): void => {
    const paragraph = paragraphs.at(-1)
    length += text.length
    if (paragraph === undefined) return
    paragraph.pieces.push(text)
    paragraph.length += text.length
    if (run.isBold !== null) paragraph[run.isBold ? 'bold' : 'light'] += text.length
    paragraph.sizes.set(run.size, (paragraph.sizes.get(run.size) ?? 0) + text.length)
  }
  /** Notes what the properties of a run or a paragraph say. */
  const note = (name: string, value: string | undefined): void => {
    const paragraph = paragraphs.at(-1)
    if (runs > 0 && properties > 0) {
      if (name === 'sz') run.size = numberOf(value)
      else if (name === 'b') run.isBold = isOn(value)
    } else if (paragraph !== undefined && runs === 0 && properties === 0) {
      if (name === 'pStyle') paragraph.style = value ?? null
      else if (name === 'outlineLvl') paragraph.outline = numberOf(value)
      else if (name === 'jc') paragraph.isCentred = value === 'center'
    }
  }
  const endRow = (): void => {
    const filled = (rows.pop() ?? []).map((cell) => cell.filter(({ text }) => text.trim() !== ''))
    const target = cells.at(-1) ?? lines
    const some = filled.filter((cell) => cell.length > 0)
    if (some.length === 1) target.push(...(some[0] ?? []))
    else if (some.length > 1) {
      const texts = filled.map((cell) => cell.map(({ text }) => text).join(' '))
      target.push(plainLine(texts.map((text) => text.replaceAll(/\s+/g, ' ')).join('\t')))
    }
  }
  await readWholeXml(
    content,
    {
      open: (name, attributes) => {
        if (name === 'rPr') properties += 1
        if (UNREAD.has(name)) unread += 1
        if (unread === properties) note(name, attributes['w:val'])
        if (unread > 0) return
        if (name === 'p') paragraphs.push(openParagraph())
        else if (name === 'r') {
          runs += 1
          run = { size: null, isBold: null }
        } else if (name === 't') isText = true
        else if (name === 'tr') rows.push([])
        else if (name === 'tc') cells.push([])
        // In the properties of a paragraph a tab is a place and no character.
        else if (runs > 0 && name === 'tab') put('\t')
        else if (runs > 0 && (name === 'br' || name === 'cr')) put('\n')
        else if (runs > 0 && name === 'noBreakHyphen') put('-')
      },
      close: (name) => {
        if (name === 'rPr') properties -= 1
        if (UNREAD.has(name)) {
          unread -= 1
          return
        }
        if (unread > 0) return
        if (name === 'p') (cells.at(-1) ?? lines).push(lineOf(paragraphs.pop() ?? openParagraph()))
        else if (name === 'r') runs -= 1
        else if (name === 't') isText = false
        else if (name === 'tr') endRow()
        else if (name === 'tc') rows.at(-1)?.push(cells.pop() ?? [])
      },
      text: (text) => {
        if (isText && unread === 0) put(text)
      },
    },
    () => {
      if (length > most)
        throw new ReadingFailure('limit-reached', 'the document is longer than any that is read; part it')
    },
  )
  return lines
}

/** The footnotes or endnotes of a document, which stand in a part of their own. @throws ReadingFailure */
export async function readWordNotes(content: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const notes: string[] = []
  let note: string[] | null = null
  let isText = false
  await readWholeXml(content, {
    open: (name, attributes) => {
      // Those with a type are the lines that part notes from the text.
      if (name === 'footnote' || name === 'endnote') note = attributes['w:type'] === undefined ? [] : null
      else if (name === 't') isText = true
    },
    close: (name) => {
      if (name === 't') isText = false
      else if ((name === 'footnote' || name === 'endnote') && note !== null) {
        const text = note.join('').trim()
        if (text !== '') notes.push(text)
        note = null
      }
    },
    text: (text) => {
      if (isText && note !== null) note.push(text)
    },
  })
  return notes
}
