import { beginsLine, startHtmlText } from './htmlText'

/** Lines of a text without blanks around them; blank ones are left out. */
export function trimmedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * The text of a piece of HTML as it stands in a cell of a table, a line for each block; scripts and the like are left
 * out. It is not built as a document: a cell holds an article's text and nothing around it.
 */
export function htmlCellText(html: string): string {
  const pieces: string[] = []
  const breakLine = (name: string): void => {
    if (beginsLine(name)) pieces.push('\n')
  }
  startHtmlText({ open: breakLine, close: breakLine, text: (text) => pieces.push(text) })(html, true)
  return trimmedLines(pieces.join(''))
}
