/** Marks of HTML in a cell: content management systems export the text of an article with them. */
const TAGGED = /<\/?(?:p|br|div|span|font|strong|table|h[1-6]|section|center)(?:\s[^<>]{0,1000})?\/?>/i

/** A sentence's end with the two wide spaces of the next paragraph behind it. */
const INDENTED = /(?<=[。！？!?”’」』）)…：:])\u3000{2,}(?=\S)/g

/** The most characters that programs write into a cell of a workbook; a character of two units is not cut. */
const LONGEST_CELL = 32_767

/**
 * A cell without the apostrophe by which programs keep a text from being read as a formula (OWASP, “CSV Injection”), or
 * from being taken for one that was so kept.
 */
export function cellText(cell: string): string {
  return /^'[=+\-@'\t\r]/.test(cell) ? cell.slice(1) : cell
}

/**
 * The cells of a row with those joined that were cut because they were too long for one: what did not fit into them
 * stands behind the last column of the header, in the order of the columns.
 *
 * @param width how many columns the header has
 */
export function joinCutCells(cells: readonly string[], width: number): readonly string[] {
  const behind = cells.slice(width)
  if (behind.length === 0 || !cells.some((cell) => cell.length >= LONGEST_CELL - 1)) return cells
  const joined = cells.slice(0, width).map((cell) => {
    let whole = cell
    for (let last = cell; last.length >= LONGEST_CELL - 1 && behind.length > 0; whole += last) {
      last = behind.shift() ?? ''
    }
    return whole
  })
  return [...joined, ...behind]
}

/** Whether a cell holds HTML. */
export function isTagged(cell: string): boolean {
  return TAGGED.test(cell)
}

/** The text of a cell with a line for each paragraph: where it has none, at the indent that begins one in print. */
export function indentedLines(cell: string): string {
  return /[\n\r\u2028\u2029]/.test(cell) ? cell : cell.replaceAll(INDENTED, '\n')
}
