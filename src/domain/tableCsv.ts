/** A cell that begins so could be taken for a formula, or, with the mark, for one that was guarded. */
const RISKY = /^[=+\-@'\t\r]/
const QUOTED = /[",\r\n]/

function cell(text: string): string {
  const guarded = RISKY.test(text) ? `'${text}` : text
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/**
 * A small table as CSV (RFC 4180, UTF-8), the first row its headings, with a byte order mark, without which Excel takes
 * Chinese for something else. Cells that a spreadsheet would take for a formula have a `'` before them (OWASP, “CSV
 * Injection”), as in the exports of articles.
 */
export function tableCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
