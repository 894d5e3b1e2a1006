import Papa from 'papaparse'
import { findDelimiter } from './delimiter'
import type { ReadingLimits } from './readingLimits'
import type { TableRow } from './tableColumns'

/** Characters by which the delimiter is found. */
const SAMPLE_CHARACTERS = 64 * 1024

interface Parsed {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly row?: number; readonly code: string }[]
  readonly meta: { readonly cursor: number }
}

/** Text whose lines all end with a line feed; a carriage return at the end of a piece waits for the next. */
async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let isReturnWaiting = false
  for await (const piece of pieces) {
    if (piece === '') continue
    const text: string = isReturnWaiting ? `\r${piece}` : piece
    isReturnWaiting = text.endsWith('\r')
    const whole = isReturnWaiting ? text.slice(0, -1) : text
    if (whole !== '') yield whole.replaceAll(/\r\n?/g, '\n')
  }
  if (isReturnWaiting) yield '\n'
}

/** What delimited text can have wrong. */
export type RowReport = (row: number, code: 'line-too-long' | 'document-damaged', message: string) => void

/** Quotation marks that are never closed before they are all taken as they stand. */
const MOST_UNCLOSED = 16

/**
 * Cuts delimited text into rows as it comes in. A row that does not end is looked at again only when there is twice as
 * much of it, so that the work stays in proportion to the text.
 */
class RowCutter {
  readonly #limits: ReadingLimits
  readonly #report: RowReport
  #text = ''
  #row = 0
  #delimiter = ''
  #parser: Papa.Parser | null = null
  #nextTry = SAMPLE_CHARACTERS
  #unclosed = 0

  constructor(limits: ReadingLimits, report: RowReport) {
    this.#limits = limits
    this.#report = report
  }

  /** The rows that end in this piece of the text. */
  *push(piece: string): Generator<TableRow> {
    this.#text += piece
    if (this.#text.length < this.#nextTry) return
    yield* this.#takeEnded()
    while (this.#text.length > this.#limits.rowCharacters) {
      this.#giveUpLine('line-too-long', `longer than ${String(this.#limits.rowCharacters)} characters`)
      yield* this.#takeEnded()
    }
    this.#nextTry = this.#text.length * 2
  }

  /** The rows that are left at the end of the text. */
  *end(): Generator<TableRow> {
    yield* this.#takeEnded()
    while (this.#text !== '') {
      const { data, errors } = this.#parse(this.#text, false)
      if (!errors.some(({ code }) => code === 'MissingQuotes')) {
        this.#text = ''
        yield* this.#number(data, errors)
      } else {
        this.#giveUpLine('document-damaged', 'a quotation mark is opened and never closed')
        yield* this.#takeEnded()
      }
    }
  }

  #parse(text: string, hasMore: boolean): Parsed {
    this.#parser ??= this.#begin()
    return this.#parser.parse(text, 0, hasMore) as Parsed
  }

  #begin(): Papa.Parser {
    if (this.#delimiter === '') this.#delimiter = findDelimiter(this.#text)
    const isQuoted = this.#unclosed < MOST_UNCLOSED
    return new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      ...(isQuoted ? {} : { fastMode: true }),
    })
  }

  *#takeEnded(): Generator<TableRow> {
    if (this.#delimiter === '') {
      if (this.#text.startsWith('\uFEFF')) this.#text = this.#text.slice(1)
      const told = /^sep=([^\n])\n/i.exec(this.#text)
      if (told !== null) {
        this.#delimiter = told[1] ?? ''
        this.#text = this.#text.slice(told[0].length)
        this.#row += 1
      }
    }
    if (this.#text === '') return
    const { data, errors, meta } = this.#parse(this.#text, true)
    this.#text = this.#text.slice(meta.cursor)
    yield* this.#number(data, errors)
  }

  *#number(data: Parsed['data'], errors: Parsed['errors']): Generator<TableRow> {
    const malformed = new Set(errors.map(({ row }) => row ?? 0))
    const { columns } = this.#limits
    for (const [at, cells] of data.entries()) {
      this.#row += 1
      if (malformed.has(at)) {
        this.#report(
          this.#row,
          'document-damaged',
          'a quotation mark stands where none can; it is taken as it stands',
        )
      }
      if (cells.length > columns) {
        const message = `expected at most ${String(columns)} columns, found ${String(cells.length)}; the first are read`
        this.#report(this.#row, 'document-damaged', message)
      }
      yield { row: this.#row, cells: cells.length > columns ? cells.slice(0, columns) : cells }
    }
  }

  /** Passes over the first line of a row that does not end, and goes on behind it. */
  #giveUpLine(code: 'line-too-long' | 'document-damaged', reason: string): void {
    this.#row += 1
    this.#unclosed += 1
    if (this.#unclosed === MOST_UNCLOSED) this.#parser = null
    this.#report(this.#row, code, `${reason}; the line is left out`)
    const end = this.#text.indexOf('\n')
    this.#text = end === -1 ? '' : this.#text.slice(end + 1)
  }
}

/**
 * The rows of delimited text (RFC 4180) as they come in; `row` counts them from 1, one with line ends in quotation marks
 * is one. The delimiter is found, or told by a first line `sep=;` as spreadsheets write it. A row that is too long, or
 * whose quotation mark is never closed, is told, its first line is left out, and what follows is read.
 */
export async function* delimitedRows(
  pieces: AsyncIterable<string>,
  limits: ReadingLimits,
  report: RowReport,
): AsyncGenerator<TableRow> {
  const cutter = new RowCutter(limits, report)
  for await (const piece of withLineFeeds(pieces)) yield* cutter.push(piece)
  yield* cutter.end()
}
