import type { ReadArticle, TextChange } from '../../domain/clipping'
import type { FieldProblem, Problem, ProblemCode } from '../../domain/problem'
import { decodeText } from '../decodeText'
import { withHeadings, type DocumentText } from './documentText'
import { withoutLateHeadings } from './headingStarts'
import { joinWrappedLines } from './joinedLines'
import { joinContinued } from './joinContinued'
import { partLostLines } from './lostLines'
import { findMainBlock } from './mainBlock'
import { noArticleReason } from './noArticle'
import { NO_METADATA, readMetadata, type PageMetadata } from './pageMetadata'
import { readTextLines } from './pageText'
import type { PageText } from './pageLine'
import { parseHtml, type HtmlLimits } from './parseHtml'
import { draftArticle, finishArticle, type DraftArticle } from './readArticle'
import { readHtmlLines } from './readHtmlLines'
import { joinBrokenLines, readLine, type ReadLine } from './readLine'
import { startPace, type ReadingPace } from './readingPace'
import { separateArticles } from './separateArticles'

/** What one page may cost, and how its reading lets the thread go. */
export interface PageOptions {
  /** Most bytes of a page. */
  readonly bytes: number
  /** Most lines of visible text that are looked at. */
  readonly lines: number
  /** Longest time that a page may take, in milliseconds. */
  readonly milliseconds: number
  readonly html: HtmlLimits
  /** A clock in milliseconds. */
  readonly now: () => number
  /** Lets other work of the thread go first. */
  readonly pause: () => Promise<void>
}

/** What was read from a page. A page that is no article has a problem and no articles. */
export interface PageReading {
  readonly articles: readonly ReadArticle[]
  readonly problems: readonly Problem[]
}

const DEFAULTS: PageOptions = {
  bytes: 32_000_000,
  lines: 100_000,
  milliseconds: 20_000,
  html: { depth: 4000, nodes: 1_200_000, attributes: 4000 },
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
}

/** Longest stretch of work between two pauses, in milliseconds. */
const SLICE = 20

/** Whether a text is HTML: it begins as a document does, or has its tags in its beginning. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4000).trimStart()
  if (/^(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,200}\?>\s{0,20}<(?:!doctype html|html))/i.test(head))
    return true
  const tags = head.match(
    /<\/?(?:html|head|body|div|p|br|table|tr|td|span|a|meta|title|h[1-6]|font|ul|li|script)(?:\s[^<>]{0,300})?\/?>/gi,
  )
  return (tags?.length ?? 0) >= 4 && head.startsWith('<')
}

type Report = (code: ProblemCode, message: string, field?: string) => void

function reporter(file: string, problems: Problem[]): Report {
  return (code, message, field = '') => problems.push({ file, row: 0, field, code, message })
}

/** Reads articles from a page's lines and metadata. */
async function readLines(
  page: PageText,
  metadata: PageMetadata,
  options: PageOptions,
  pace: ReadingPace,
  report: Report,
  isDocument = false,
): Promise<readonly ReadArticle[]> {
  const wrapped = joinWrappedLines(partLostLines(page.lines.slice(0, options.lines)))
  const all = await joinBrokenLines(wrapped.lines, pace)
  if (page.lines.length > options.lines) {
    report(
      'limit-reached',
      `the page has ${String(page.lines.length)} lines; the first ${String(options.lines)} were read`,
    )
  }
  const siteNames = metadata.siteNames
  const lines: ReadLine[] = []
  for (const line of all) {
    lines.push(readLine(line, siteNames))
    await pace.breathe()
    if (pace.isLate()) {
      report(
        'limit-reached',
        `reading took longer than ${String(options.milliseconds)} ms; ${String(lines.length)} of ${String(all.length)} lines were read`,
      )
      break
    }
  }
  const reason = noArticleReason(lines)
  if (reason !== null) {
    report('no-article', reason)
    return []
  }
  const { header, stretches } = separateArticles(lines, isDocument)
  const changes: readonly TextChange[] = [
    { kind: 'characters-dropped' as const, count: page.droppedCharacters, quote: '' },
    { kind: 'lines-joined' as const, count: wrapped.joined, quote: wrapped.firstJoined.slice(0, 60) },
  ].filter(({ count }) => count > 0)
  const isGuessed = wrapped.isGuessed && wrapped.joined > 0
  const isOnly = stretches.length === 1
  const isMain = isOnly ? findMainBlock(page, lines) : () => true
  const context = { metadata, header, isMain, isOnly, isDocument, isGuessed, changes }
  const drafts: DraftArticle[] = []
  for (const { from, to } of stretches) {
    const own = lines.slice(from, to)
    const draft = draftArticle(isDocument ? withoutLateHeadings(own) : own, context)
    if (draft !== null) drafts.push(draft)
    await pace.breathe()
  }
  const articles: ReadArticle[] = []
  const wrong: FieldProblem[] = []
  for (const draft of joinContinued(drafts)) {
    const { read, problems } = finishArticle(draft)
    if (read !== null) articles.push(read)
    wrong.push(...problems)
  }
  for (const { code, message, field } of wrong) report(code, message, field)
  if (articles.length === 0 && wrong.length === 0) report('no-article', describeNothing(page))
  return articles
}

function describeNothing(page: PageText): string {
  const first = page.lines[0]?.text ?? ''
  return page.lines.length === 0
    ? 'no article: the page shows no text'
    : `no article: ${String(page.lines.length)} lines without a text of their own; the first is “${first.slice(0, 60)}”`
}

async function readHtml(
  source: string,
  options: PageOptions,
  pace: ReadingPace,
  report: Report,
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
  return readLines(page, readMetadata(document), options, pace, report)
}

async function readText(
  text: string,
  options: PageOptions,
  pace: ReadingPace,
  report: Report,
): Promise<readonly ReadArticle[]> {
  return looksLikeHtml(text)
    ? readHtml(text, options, pace, report)
    : readLines(readTextLines(text), NO_METADATA, options, pace, report)
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
  const settings = { ...DEFAULTS, ...options }
  const problems: Problem[] = []
  const report = reporter(name, problems)
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
  const pace = startPace(settings.now, settings.pause, SLICE, settings.milliseconds)
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
  const report = reporter(name, problems)
  if (source.length > settings.bytes) {
    report(
      'limit-reached',
      `the page has ${String(source.length)} characters; a page may have ${String(settings.bytes)}`,
    )
    return { articles: [], problems }
  }
  const pace = startPace(settings.now, settings.pause, SLICE, settings.milliseconds)
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
  const settings = { ...DEFAULTS, ...options }
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
  return readGiven(text, name, { ...DEFAULTS, ...options }, (source, settings, pace, report) =>
    readLines(withHeadings(readTextLines(source), headings), NO_METADATA, settings, pace, report, true),
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
