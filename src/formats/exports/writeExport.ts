import type { Article } from '../../domain/article'
import type { ExportOptions } from '../../domain/exporting'
import { serializeArticle } from '../../domain/serializeArticle'
import { writeBibtex } from '../citations/writeBibtex'
import { cslEntries } from '../citations/cslEntries'
import { writeRis } from '../citations/writeRis'
import { articleRow, EXPORTED_FIELDS } from './articleCells'
import { writeCsv } from './writeCsv'
import { writeHtml } from './writeHtml'
import { writeMarkdown } from './writeMarkdown'
import { writeXlsx, type Sheet } from './writeXlsx'

type Batches = AsyncIterable<readonly Article[]>

/** Columns of long texts are wide, of all others narrow; in characters. */
function widthOf(field: string): number {
  if (field === 'paragraphs') return 60
  return field === 'title' || field === 'subtitle' || field === 'kicker' ? 32 : 14
}

function workbookOf(batches: Batches, { wording }: ExportOptions): readonly Sheet[] {
  const headings = EXPORTED_FIELDS.map((field) => wording.headings[field])
  async function* rows(): AsyncGenerator<readonly (readonly string[])[]> {
    yield [headings]
    for await (const articles of batches) yield articles.map(articleRow)
  }
  async function* statement(): AsyncGenerator<readonly (readonly string[])[]> {
    yield await Promise.resolve([[wording.statementSheet, ''], ...wording.statement])
  }
  return [
    { name: wording.articlesSheet, rows: rows(), widths: EXPORTED_FIELDS.map(widthOf) },
    { name: wording.statementSheet, rows: statement(), widths: [20, 80] },
  ]
}

async function* eachBatch(batches: Batches, write: (articles: readonly Article[]) => string) {
  for await (const articles of batches) yield write(articles)
}

/** One list over all batches. */
async function* cslJson(batches: Batches, accessedOn: string): AsyncGenerator<string> {
  let isFirst = true
  yield '['
  for await (const articles of batches) {
    for (const entry of cslEntries(articles, accessedOn)) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(entry)}`
      isFirst = false
    }
  }
  yield '\n]\n'
}

/**
 * Articles, as they come, as a file of a format, in pieces. JSON Lines, CSV and XLSX hold every field, so that what is
 * read again from them is the same.
 */
export function writeExport(batches: Batches, options: ExportOptions): AsyncIterable<string | Uint8Array> {
  const { format, wording, accessedOn, hasByteOrderMark } = options
  switch (format) {
    case 'jsonl':
      return eachBatch(batches, (articles) =>
        articles.map((article) => `${JSON.stringify(serializeArticle(article))}\n`).join(''),
      )
    case 'csv':
      return writeCsv(batches, {
        headings: EXPORTED_FIELDS.map((field) => wording.headings[field]),
        hasByteOrderMark,
      })
    case 'xlsx':
      return writeXlsx(workbookOf(batches, options))
    case 'markdown':
      return writeMarkdown(batches, options)
    case 'html':
      return writeHtml(batches, options)
    case 'ris':
      return eachBatch(batches, (articles) => `${writeRis(articles, accessedOn)}\r\n`)
    case 'bibtex': {
      const usedKeys = new Map<string, number>()
      return eachBatch(batches, (articles) => `${writeBibtex(articles, accessedOn, usedKeys)}\n`)
    }
    case 'csl-json':
      return cslJson(batches, accessedOn)
  }
}
