import { readablePage } from '../../domain/readablePage'
import { decodeText } from '../decodeText'
import { cutSample } from './decodeStream'
import { fileOfBlob } from './inputFile'
import { readMimeParts } from './mimeMessage'
import { ReadingBudget } from './readingBudget'
import { READING_LIMITS } from './readingLimits'

/** The text of an original, for looking at it beside what was read from it. */
export interface OriginalText {
  readonly text: string
  /** Whether it goes on. */
  readonly isCut: boolean
}

/** The most bytes of a text that are looked at, and the longest text that is given, in UTF-16 units. */
const MOST_BYTES = 2_000_000
const LONGEST = 200_000
/** The largest document that is opened for this, and how many of its pages are. */
const LARGEST_DOCUMENT = 32_000_000
const MOST_PAGES = 40

async function bytesOf(content: Blob, most: number): Promise<Uint8Array> {
  return new Uint8Array(await content.slice(0, most).arrayBuffer())
}

function cut(text: string, isCut = false): OriginalText {
  return { text: text.slice(0, LONGEST), isCut: isCut || text.length > LONGEST }
}

async function textOf(bytes: Uint8Array, isHtml: boolean, isCut: boolean): Promise<OriginalText | null> {
  const { text, isBinary } = await decodeText(cutSample(bytes, !isCut))
  return isBinary ? null : cut(isHtml ? readablePage(text) : text, isCut)
}

/** A page that was saved as one file, with the pictures in it. */
async function textOfMessage(content: Blob): Promise<OriginalText | null> {
  if (content.size > LARGEST_DOCUMENT) return null
  const parts = readMimeParts(await bytesOf(content, content.size))
  const page =
    parts.find(({ type }) => type === 'text/html') ?? parts.find(({ type }) => type === 'text/plain')
  if (page === undefined) return null
  const bytes = page.bytes.subarray(0, MOST_BYTES)
  return textOf(bytes, page.type === 'text/html', page.bytes.length > MOST_BYTES)
}

async function textOfWord(content: Blob): Promise<OriginalText | null> {
  const { neededPart, openOfficePackage } = await import('./officePackage')
  const { readZipDirectory } = await import('./zipDirectory')
  const { readWordLines } = await import('./wordText')
  const file = fileOfBlob('', content)
  const entries = await readZipDirectory(file)
  const budget = new ReadingBudget(READING_LIMITS, () => performance.now())
  const office = entries === null ? null : await openOfficePackage(file, entries, budget)
  if (office === null) return null
  const lines = await readWordLines(neededPart(office, office.main), LARGEST_DOCUMENT)
  return cut(lines.map(({ text }) => text).join('\n'))
}

async function textOfPdf(content: Blob): Promise<OriginalText | null> {
  const { openPdf } = await import('./openPdf')
  const { linesOfPage } = await import('./pdfLines')
  const pdf = await openPdf(await bytesOf(content, content.size))
  try {
    const pages: string[] = []
    let length = 0
    for (let number = 1; number <= Math.min(pdf.count, MOST_PAGES) && length <= LONGEST; number += 1) {
      const page = linesOfPage(await pdf.runsOf(number)).map(({ text }) => text)
      pages.push(page.join('\n'))
      length += page.join('\n').length
    }
    return cut(pages.join('\n\n'), pages.length < pdf.count)
  } finally {
    await pdf.close()
  }
}

/**
 * The text of an original, decoded as when it was read: of a page what is shown of it, of a document its lines as they
 * stand. Nothing of it is run or fetched. `null` where it is no text, is damaged, or is too large to be opened for this.
 *
 * @param type its MIME type
 */
export async function originalText(content: Blob, type: string): Promise<OriginalText | null> {
  try {
    if (type === 'multipart/related') return await textOfMessage(content)
    if (/wordprocessingml/.test(type))
      return content.size > LARGEST_DOCUMENT ? null : await textOfWord(content)
    if (type === 'application/pdf') return content.size > LARGEST_DOCUMENT ? null : await textOfPdf(content)
    if (!/^text\/|json|xml/.test(type)) return null
    return await textOf(await bytesOf(content, MOST_BYTES), /html/.test(type), content.size > MOST_BYTES)
  } catch {
    return null
  }
}
