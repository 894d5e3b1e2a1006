import Papa from 'papaparse'
import type { Article } from '../../domain/article'
import { articleRow } from './articleCells'

/** A cell that begins so could be taken for a formula, or, with the mark, for one that was guarded. */
const RISKY = /^[=+\-@'\t\r]/

const MARK = '﻿'

/** How a CSV file is written. */
export interface CsvOptions {
  /** The names of the columns, in the order of the article's fields. */
  readonly headings: readonly string[]
  /** Whether the file begins with a byte order mark, without which Excel takes Chinese for something else. */
  readonly hasByteOrderMark: boolean
}

/** `'` before a text that a spreadsheet would take for a formula; the import takes it off again. */
function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

function lines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => row.map(guardCell)),
    { newline: '\r\n' },
  )}\r\n`
}

/**
 * Articles as CSV (RFC 4180, UTF-8), one row each, in pieces; the first row names the columns. Cells that begin with
 * `=`, `+`, `-`, `@`, `'`, a tab or a carriage return have a `'` before them (OWASP, “CSV Injection”).
 */
export async function* writeCsv(
  batches: AsyncIterable<readonly Article[]>,
  { headings, hasByteOrderMark }: CsvOptions,
): AsyncGenerator<string> {
  yield `${hasByteOrderMark ? MARK : ''}${lines([headings])}`
  for await (const articles of batches) yield lines(articles.map(articleRow))
}
