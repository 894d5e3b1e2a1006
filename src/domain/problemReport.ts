import type { Problem } from './problem'

/** A cell as RFC 4180 writes it; one that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number): string {
  const text = String(value)
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/**
 * Problems as a table for spreadsheet programs: CSV with a byte order mark, by which they know that it is UTF-8.
 *
 * @param head the names of the columns: file, row, field, code, reason in the reader's language, message
 * @param wordReason a problem's reason in the reader's language
 */
export function problemsAsCsv(
  problems: readonly Problem[],
  head: readonly string[],
  wordReason: (problem: Problem) => string,
): string {
  const rows = problems.map((problem) => [
    problem.file,
    problem.row === 0 ? '' : problem.row,
    problem.field,
    problem.code,
    wordReason(problem),
    problem.message,
  ])
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Problems as JSON, as the packer's report has them. */
export function problemsAsJson(problems: readonly Problem[]): string {
  return `${JSON.stringify({ problems }, null, 2)}\n`
}
