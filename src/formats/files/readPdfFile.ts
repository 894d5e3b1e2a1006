import { readDocument } from '../pages/readPage'
import { documentOfPages, linesOfPage, type PlacedLine, type PlacedText } from './pdfLines'
import { openPdf, type PdfPages } from './openPdf'
import type { ReadingBudget } from './readingBudget'
import { ReadingFailure } from './readingFailure'
import { pageItems } from './readPageFile'
import { problemItem, type OriginalPage, type ReadItem } from './readItem'

/** The most pages of a document that are read. */
const MOST_PAGES = 2000

async function readLines(pdf: PdfPages, budget: ReadingBudget): Promise<readonly (readonly PlacedLine[])[]> {
  const pages: (readonly PlacedLine[])[] = []
  let length = 0
  for (let number = 1; number <= Math.min(pdf.count, MOST_PAGES); number += 1) {
    budget.checkTime()
    const runs: readonly PlacedText[] = await pdf.runsOf(number)
    const lines = linesOfPage(runs)
    for (const { text } of lines) length += text.length
    budget.checkWhole(length, budget.limits.documentBytes)
    pages.push(lines)
  }
  return pages
}

/**
 * The articles of a PDF with a text layer, read as the text of a page. One without text, as a scan is, is a problem
 * `document-without-text`.
 */
export async function* readPdfFile(
  file: string,
  original: OriginalPage,
  budget: ReadingBudget,
): AsyncGenerator<ReadItem> {
  const pdf = await openPdf(original.bytes)
  try {
    const document = documentOfPages(await readLines(pdf, budget))
    if (document.text.trim() === '') {
      const message = `none of its ${String(pdf.count)} pages has a text layer, as in a scan; recognise its text first (OCR), or type it`
      throw new ReadingFailure('document-without-text', message)
    }
    yield* pageItems(file, await readDocument(document, file), original, budget)
    if (pdf.count > MOST_PAGES) {
      const message = `${String(pdf.count)} pages; the first ${String(MOST_PAGES)} are read, part the document`
      yield problemItem(file, 0, { code: 'limit-reached', message })
    }
  } finally {
    await pdf.close()
  }
}
