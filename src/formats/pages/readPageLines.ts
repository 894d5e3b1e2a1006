import type { ReadArticle, TextChange } from '../../domain/clipping'
import type { FieldProblem } from '../../domain/problem'
import { withoutLateHeadings } from './headingStarts'
import { joinWrappedLines } from './joinedLines'
import { joinContinued } from './joinContinued'
import { partLostLines } from './lostLines'
import { findMainBlock } from './mainBlock'
import { noArticleReason } from './noArticle'
import type { PageText } from './pageLine'
import type { PageMetadata } from './pageMetadata'
import type { PageOptions, PageReport } from './pageReading'
import { draftArticle, finishArticle, type DraftArticle } from './readArticle'
import { joinBrokenLines, readLine, type ReadLine } from './readLine'
import type { ReadingPace } from './readingPace'
import { separateArticles } from './separateArticles'

/**
 * Reads articles from a page's lines and metadata. Where there is none, the reason is reported.
 *
 * @param isDocument whether the lines are those of a document, whose headings are known
 */
export async function readPageLines(
  page: PageText,
  metadata: PageMetadata,
  options: PageOptions,
  pace: ReadingPace,
  report: PageReport,
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
