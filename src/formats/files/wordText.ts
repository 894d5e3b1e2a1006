import { ReadingFailure } from './readingFailure'
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

/** A cell or a whole text that paragraphs go into. */
type Lines = string[]

/**
 * The text of a document's main part (ECMA-376, WordprocessingML): a line for each paragraph, a line for each row of a
 * table with tabulators between its cells, paragraphs of a row's only cell each on their own line. Insertions under
 * review are there, deletions are not; footnotes, headers and footers are other parts.
 *
 * @throws ReadingFailure when it is damaged or the text is longer than `most`
 */
export async function readWordText(content: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const lines: Lines = []
  /** Open cells and rows, the innermost last; paragraphs go into the innermost cell. */
  const cells: Lines[] = []
  const rows: Lines[][] = []
  const paragraphs: string[][] = []
  let unread = 0
  let runs = 0
  let isText = false
  let length = 0
  const put = (text: string): void => {
    paragraphs.at(-1)?.push(text)
    length += text.length
  }
  const endRow = (): void => {
    const filled = (rows.pop() ?? []).map((cell) => cell.filter((line) => line.trim() !== ''))
    const target = cells.at(-1) ?? lines
    const some = filled.filter((cell) => cell.length > 0)
    if (some.length === 1) target.push(...(some[0] ?? []))
    else if (some.length > 1)
      target.push(filled.map((cell) => cell.join(' ').replaceAll(/\s+/g, ' ')).join('\t'))
  }
  await readWholeXml(
    content,
    {
      open: (name) => {
        if (UNREAD.has(name)) unread += 1
        if (unread > 0) return
        if (name === 'p') paragraphs.push([])
        else if (name === 'r') runs += 1
        else if (name === 't') isText = true
        else if (name === 'tr') rows.push([])
        else if (name === 'tc') cells.push([])
        // In the properties of a paragraph a tab is a place and no character.
        else if (runs > 0 && name === 'tab') put('\t')
        else if (runs > 0 && (name === 'br' || name === 'cr')) put('\n')
        else if (runs > 0 && name === 'noBreakHyphen') put('-')
      },
      close: (name) => {
        if (UNREAD.has(name)) {
          unread -= 1
          return
        }
        if (unread > 0) return
        if (name === 'p') (cells.at(-1) ?? lines).push((paragraphs.pop() ?? []).join(''))
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
  return lines.join('\n')
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
