import { csvTable } from './csvTable'
import type { Problem } from './problem'

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
  return csvTable([head, ...rows])
}

/** Problems as JSON, as the packer's report has them. */
export function problemsAsJson(problems: readonly Problem[]): string {
  return `${JSON.stringify({ problems }, null, 2)}\n`
}
