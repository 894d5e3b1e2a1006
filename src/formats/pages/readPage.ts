import type { ReadArticle } from '../../domain/clipping'
import type { Problem } from '../../domain/problem'
import { decodeText } from '../decodeText'
import { withHeadings, type DocumentText } from './documentText'
import { looksLikeHtml } from './looksLikeHtml'
import { NO_METADATA, readMetadata } from './pageMetadata'
import {
  DEFAULT_PAGE_OPTIONS,
  paceOf,
  reportTo,
  type PageOptions,
  type PageReading,
  type PageReport,
} from './pageReading'
import { readTextLines } from './pageText'
import { parseHtml } from './parseHtml'
import { readHtmlLines } from './readHtmlLines'
import type { ReadingPace } from './readingPace'
import { readPageLines } from './readPageLines'

async function readHtml(
  source: string,
  options: PageOptions,
  pace: ReadingPace,
  report: PageReport,
): Promise<readonly ReadArticle[]> {
  const { document, reached } = await parseHtml(source, options.html, pace)
  if (reached !== null) {
    const limit = reached === 'time' ? `${String(options.milliseconds)} ms` : String(options.html[reached])
    report(
      'limit-reached',
      `the page's HTML exceeds a limit (${reached}: ${limit}); what comes before was read`,
    )
  }
  const page = await readHtmlLines(document, pace)
  return readPageLines(page, readMetadata(document), options, pace, report)
}

async function readText(
  text: string,
  options: PageOptions,
  pace: ReadingPace,
  report: PageReport,
): Promise<readonly ReadArticle[]> {
  return looksLikeHtml(text)
    ? readHtml(text, options, pace, report)
    : readPageLines(readTextLines(text), NO_METADATA, options, pace, report)
}

/**
 * Reads the articles of a page as a file holds it: plain text or HTML, in any encoding that Chinese pages come in. `name`
 * is the file's, for problems and for its ending. Never throws for what is in the bytes: what is wrong is a problem, and
 * nothing of a page is ever run or fetched.
 */
export async function readPage(
  bytes: Uint8Array,
  name: string,
  options: Partial<PageOptions> = {},
): Promise<PageReading> {
  const settings = { ...DEFAULT_PAGE_OPTIONS, ...options }
  const problems: Problem[] = []
  const report = reportTo(problems, name)
  if (bytes.length > settings.bytes) {
    report(
      'limit-reached',
      `the page has ${String(bytes.length)} bytes; a page may have ${String(settings.bytes)}`,
    )
    return { articles: [], problems }
  }
  const { text, isDamaged, isBinary, encoding } = await decodeText(bytes)
  if (isBinary || text.trim() === '') {
    report('no-article', isBinary ? 'no article: the file is no text' : 'no article: the file is empty')
    return { articles: [], problems }
  }
  if (isDamaged) report('encoding-damaged', `some bytes mean nothing in ${encoding}; U+FFFD stands for them`)
  const pace = paceOf(settings)
  const isHtml = (/\.(?:x?html?|shtml)$/i.test(name) && /<[a-z!/]/i.test(text)) || looksLikeHtml(text)
  const articles = isHtml
    ? await readHtml(text, settings, pace, report)
    : await readText(text, settings, pace, report)
  return { articles, problems }
}

/** Reads a text that is given as such, if it is not too long. */
async function readGiven(
  source: string,
  name: string,
  settings: PageOptions,
  reading: typeof readText,
): Promise<PageReading> {
  const problems: Problem[] = []
  const report = reportTo(problems, name)
  if (source.length > settings.bytes) {
    report(
      'limit-reached',
      `the page has ${String(source.length)} characters; a page may have ${String(settings.bytes)}`,
    )
    return { articles: [], problems }
  }
  const pace = paceOf(settings)
  const articles = await reading(source, settings, pace, report)
  return { articles, problems }
}

/**
 * Reads the articles of a paste: its text, and the HTML that the clipboard has beside it, of which the one is taken that
 * gives more of the fields. Otherwise as {@link readPage}.
 */
export async function readPageText(
  text: string,
  html: string | null,
  name: string,
  options: Partial<PageOptions> = {},
): Promise<PageReading> {
  const settings = { ...DEFAULT_PAGE_OPTIONS, ...options }
  const plain = await readGiven(text, name, settings, readText)
  if (html === null || html.trim() === '') return plain
  const marked = await readGiven(html, name, settings, readHtml)
  return worthOf(marked) > worthOf(plain) ? marked : plain
}

/**
 * Reads the articles of a document, whose headings tell headlines from text. Otherwise as {@link readPage}.
 */
export async function readDocument(
  { text, headings }: DocumentText,
  name: string,
  options: Partial<PageOptions> = {},
): Promise<PageReading> {
  return readGiven(text, name, { ...DEFAULT_PAGE_OPTIONS, ...options }, (source, settings, pace, report) =>
    readPageLines(withHeadings(readTextLines(source), headings), NO_METADATA, settings, pace, report, true),
  )
}

/** How much a reading tells: fields that it is sure of, less those that it doubts. */
function worthOf({ articles }: PageReading): number {
  return articles.reduce(
    (sum, { evidence }) =>
      sum + 10 + evidence.reduce((points, one) => points + (one.confidence === 'doubtful' ? -1 : 2), 0),
    0,
  )
}
