/** A cell that begins so could be taken for a formula, or, with the mark, for one that was guarded (OWASP, “CSV Injection”). */
const RISKY = /^[=+\-@'\t\r]/

function cell(value: string | number): string {
  const text = String(value)
  const plain = typeof value === 'string' && RISKY.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/**
 * A small table for spreadsheet programs: CSV (RFC 4180) with a byte order mark, by which they know that it is UTF-8. A
 * text that they would take for a formula gets an apostrophe before it.
 */
export function csvTable(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
