/** Marks of HTML in a cell: content management systems export the text of an article with them. */
const TAGGED = /<\/?(?:p|br|div|span|font|strong|table|h[1-6]|section|center)(?:\s[^<>]{0,1000})?\/?>/i

/** A sentence's end with the two wide spaces of the next paragraph behind it. */
const INDENTED = /(?<=[。！？!?”’」』）)…：:])\u3000{2,}(?=\S)/g

/** A cell without the apostrophe by which programs keep a text from being read as a formula. */
export function cellText(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}

/** Whether a cell holds HTML. */
export function isTagged(cell: string): boolean {
  return TAGGED.test(cell)
}

/** The text of a cell with a line for each paragraph: where it has none, at the indent that begins one in print. */
export function indentedLines(cell: string): string {
  return /[\n\r\u2028\u2029]/.test(cell) ? cell : cell.replaceAll(INDENTED, '\n')
}
