import { fieldOfHeader } from './tableFields'

const DELIMITERS = ['\t', ',', ';', '|', '，', '；'] as const

/** Lines of a table's head that are looked at. */
const HEAD_LINES = 12

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1')
}

/** How many cells of a line name a field, when it is parted at a delimiter. */
function knownNames(line: string, delimiter: string): number {
  const cells = line.split(delimiter)
  return cells.length < 2 ? 0 : cells.filter((cell) => fieldOfHeader(unquoted(cell)) !== null).length
}

function hasTitle(line: string, delimiter: string): boolean {
  return line.split(delimiter).some((cell) => fieldOfHeader(unquoted(cell)) === 'title')
}

/** Whether a text that its name calls none has a line with the names of a title and another field at its head. */
export function looksLikeTable(text: string): boolean {
  const [first = ''] = text.split('\n', 1)
  return (
    first.length < 2000 &&
    DELIMITERS.slice(0, 4).some(
      (delimiter) => knownNames(first, delimiter) >= 2 && hasTitle(first, delimiter),
    )
  )
}

/** Delimiters outside quotation marks in a line. */
function countOutsideQuotes(line: string, delimiter: string): number {
  return line
    .split('"')
    .reduce((sum, part, at) => (at % 2 === 0 ? sum + part.split(delimiter).length - 1 : sum), 0)
}

/**
 * The delimiter of a table: the one that makes the most known names of its first lines, else the one that stands in
 * most lines equally often. A comma where nothing tells.
 */
export function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_LINES)
  const named = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: Math.max(0, ...lines.map((line) => knownNames(line, delimiter))),
  })).sort((a, b) => b.score - a.score)[0]
  if (named !== undefined && named.score > 0) return named.delimiter
  const evenly = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter))
    const usual = counts[0] ?? 0
    return {
      delimiter,
      score: usual === 0 ? 0 : counts.filter((count) => count === usual).length * 100 + usual,
    }
  }).sort((a, b) => b.score - a.score)[0]
  return evenly === undefined || evenly.score === 0 ? ',' : evenly.delimiter
}
