import type { Confidence, FieldEvidence, ReadArticle, ReadField, TextChange } from '../../domain/clipping'
import { parseArticle } from '../../domain/parseArticle'
import type { FieldProblem } from '../../domain/problem'
import { datelineOf } from '../../text/dates/datelineOf'
import { partialDateOf } from '../../text/dates/foundDate'
import { gatherFacts } from './articleFacts'
import { readParagraphs } from './articleParagraphs'
import { partArticle, type ArticleParts } from './articleParts'
import { readAuthors } from './authors'
import { breadcrumbOfNames } from './breadcrumb'
import { chooseFact, type ChosenFact } from './factCandidates'
import type { HeadlineHints } from './headline'
import { mediumOf } from './newspaperName'
import { countHan } from './pageLine'
import type { PageMetadata } from './pageMetadata'
import type { ReadLine } from './readLine'
import { withoutBullet, withoutHeadline, withoutSiteName } from './titleText'

/** What is known of a page beyond the lines of one article. */
export interface PageContext {
  readonly metadata: PageMetadata
  /** Lines before the first article that belong to all of them. */
  readonly header: readonly ReadLine[]
  /** Whether a line stands in the block of the page that holds its text. */
  readonly isMain: (line: ReadLine) => boolean
  /** Whether the page holds this article alone, so that its metadata is the article's. */
  readonly isOnly: boolean
  /** Whether it is a document, with headings of its own. */
  readonly isDocument: boolean
  /** Whether paragraphs were told apart by the fullness of lines alone. */
  readonly isGuessed: boolean
  /** Changes that concern the page as a whole. */
  readonly changes: readonly TextChange[]
}

/** An article as it was read from its lines, before it is parsed: its fields, and the halves that it lacks. */
export interface DraftArticle {
  readonly fields: Readonly<Record<string, unknown>>
  readonly evidence: readonly FieldEvidence[]
  readonly changes: readonly TextChange[]
  readonly paragraphs: readonly string[]
  /** The page on which it goes on, or from which it comes, as its marks say; `null` without a mark. */
  readonly onward: string | null
  readonly before: string | null
  /** Dates that no calendar has. */
  readonly impossible: readonly string[]
}

function hintsOf(context: PageContext, lines: readonly ReadLine[]): HeadlineHints {
  const { metadata, isOnly } = context
  const crumb = lines.findLast((line) => line.kind === 'breadcrumb')?.breadcrumb
  const titles = isOnly ? metadata.titles.flatMap(({ value }) => [value, withoutSiteName(value)]) : []
  return {
    titles,
    documentTitle: isOnly ? metadata.documentTitle : '',
    lastCrumb: crumb?.names.at(-1) ?? '',
    siteNames: metadata.siteNames,
    isDocument: context.isDocument,
  }
}

/** A day and a moment of it say the same. */
function isSameDay(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

/** Fewest Han characters of a text without running text: a couplet has as many. */
const LEAST_VERSE = 8

/** Drafts the article of a stretch of lines; `null` when they hold none. */
export function draftArticle(lines: readonly ReadLine[], context: PageContext): DraftArticle | null {
  const hints = hintsOf(context, [...context.header, ...lines])
  const parts = partArticle(lines, hints, context.isMain)
  return draftFromParts(parts, hints, context)
}

function draftFromParts(
  parts: ArticleParts,
  hints: HeadlineHints,
  context: PageContext,
): DraftArticle | null {
  const { metadata, isOnly } = context
  const evidence: FieldEvidence[] = []
  const fields: Record<string, unknown> = {}
  const set = (
    field: ReadField,
    value: unknown,
    confidence: Confidence,
    quote: string,
    start: number,
  ): void => {
    fields[field] = value
    evidence.push({ field, quote: quote.slice(0, 200), start, confidence })
  }
  const setFact = (field: ReadField, fact: ChosenFact | null): void => {
    if (fact !== null) set(field, fact.value, fact.confidence, fact.quote, fact.start)
  }
  const facts = gatherFacts(
    parts,
    isOnly ? metadata : { ...metadata, postings: [], sources: [], subtitles: [] },
    context.header,
  )

  const labelledTitle = chooseFact(facts.title)
  const headline = parts.headline
  const titleLine = headline === null ? undefined : parts.lines[headline.title]
  const statedTitle = isOnly
    ? (hints.titles.at(-1) ?? (hints.documentTitle === '' ? undefined : withoutSiteName(hints.documentTitle)))
    : undefined
  if (labelledTitle !== null) setFact('title', labelledTitle)
  else if (titleLine !== undefined && headline !== null) {
    set(
      'title',
      withoutBullet(titleLine.text),
      headline.isSure ? 'certain' : 'doubtful',
      titleLine.text,
      titleLine.start,
    )
  } else if (statedTitle !== undefined && statedTitle.length >= 4)
    set('title', statedTitle, 'likely', statedTitle, -1)

  for (const field of ['kicker', 'subtitle'] as const) {
    const stated = chooseFact(facts[field])
    const at = headline?.[field] ?? -1
    const line = at === -1 ? undefined : parts.lines[at]
    if (stated !== null && stated.weight >= 100) setFact(field, stated)
    else if (line !== undefined && headline !== null && labelledTitle === null) {
      set(field, line.text, headline.areOthersSure ? 'likely' : 'doubtful', line.text, line.start)
    } else setFact(field, stated)
  }

  const read = readParagraphs(
    parts,
    [fields['title'], fields['kicker'], fields['subtitle']].filter((text) => typeof text === 'string'),
  )
  if (read.paragraphs.length === 0) return null
  // Without running text it takes a headline, and lines that say something, to be an article.
  const isVerse =
    headline !== null && read.paragraphs.reduce((sum, text) => sum + countHan(text), 0) >= LEAST_VERSE
  if (!parts.isProse && !isVerse) return null
  const first = parts.body[0]
  set(
    'paragraphs',
    read.paragraphs,
    read.isBroken ? 'doubtful' : context.isGuessed ? 'likely' : 'certain',
    first?.text ?? '',
    first?.start ?? -1,
  )
  if (fields['title'] === undefined) {
    // Nothing but a text: its first sentence stands for a headline until a person gives one.
    const sentence = /^[^。！？!?]{2,60}/.exec(read.paragraphs[0] ?? '')?.[0] ?? ''
    if (sentence !== '') set('title', sentence, 'doubtful', sentence, first?.start ?? -1)
  }

  const crumbLine =
    [...context.header, ...parts.head].findLast((line) => line.kind === 'breadcrumb') ??
    parts.lines.find((line) => line.kind === 'breadcrumb')
  const titles = [fields['title'], ...hints.titles].filter((title) => typeof title === 'string')
  if (crumbLine?.breadcrumb !== null && crumbLine?.breadcrumb !== undefined) {
    const path = withoutHeadline(crumbLine.breadcrumb.names, titles)
    if (path.length > 0)
      set(
        'category',
        path,
        crumbLine.breadcrumb.isPlain ? 'certain' : 'likely',
        crumbLine.text,
        crumbLine.start,
      )
  } else if (isOnly && metadata.breadcrumb.length > 0) {
    const path = withoutHeadline(breadcrumbOfNames(metadata.breadcrumb, metadata.siteNames).names, titles)
    if (path.length > 0) set('category', path, 'likely', metadata.breadcrumb.join(' > '), -1)
  }

  const newspaper = chooseFact(facts.newspaper)
  setFact('newspaper', newspaper)
  const issueDate = chooseFact(facts.issueDate)
  setFact('issueDate', issueDate)
  const page = chooseFact(facts.page)
  setFact('page', page)
  setFact('pageTitle', chooseFact(facts.pageTitle))
  setFact('column', chooseFact(facts.column))
  const posting = chooseFact(facts.publishedAt, isSameDay)
  if (posting !== null) {
    // The moment of a day that another place gives to the day only.
    const moment = facts.publishedAt.find(
      (other) =>
        other.value.length > posting.value.length &&
        other.value.startsWith(posting.value) &&
        other.weight >= 60,
    )
    setFact('publishedAt', moment === undefined ? posting : { ...posting, value: moment.value })
  }
  const medium = newspaper === null ? undefined : mediumOf(newspaper.value)
  if (medium !== undefined) set('medium', medium, 'likely', newspaper?.quote ?? '', newspaper?.start ?? -1)
  else if (newspaper !== null && page !== null) set('medium', 'newspaper', 'likely', page.quote, page.start)

  const authors = readAuthors(parts, read.paragraphs, metadata)
  const named =
    read.author === null || authors !== null
      ? authors
      : {
          names: read.author.names,
          confidence: 'likely' as const,
          quote: read.author.line.text,
          start: read.author.line.start,
        }
  if (named !== null) set('authors', named.names, named.confidence, named.quote, named.start)

  const dateline = datelineOf(read.paragraphs[0] ?? '')
  if (dateline !== null && (dateline.place !== null || dateline.date !== null)) {
    const whole = dateline.date === null ? null : partialDateOf(dateline.date)
    const written =
      dateline.date === null ? '' : (read.paragraphs[0] ?? '').slice(dateline.date.start, dateline.date.end)
    fields['dateline'] = {
      ...(dateline.place === null ? {} : { place: dateline.place }),
      ...(dateline.date === null ? {} : { date: whole ?? written }),
    }
  }
  if (isOnly && metadata.url !== null && /^https?:\/\/[^\s/?#\\]+[^\s\\]*$/i.test(metadata.url))
    set('url', metadata.url, 'certain', metadata.url, -1)

  return {
    fields,
    evidence,
    changes: [...context.changes, ...read.changes],
    paragraphs: read.paragraphs,
    onward: read.onward,
    before: read.before,
    impossible: facts.impossible,
  }
}

/** A draft as an article with its reasons, through the gate that every article passes; or what kept it from being one. */
export function finishArticle(draft: DraftArticle): {
  readonly read: ReadArticle | null
  readonly problems: readonly FieldProblem[]
} {
  const isHalf = draft.onward !== null || draft.before !== null
  const doubtful = draft.evidence.filter((one) => one.confidence === 'doubtful').map((one) => one.field)
  const { article, problems } = parseArticle({
    ...draft.fields,
    paragraphs: draft.paragraphs,
    ...(isHalf ? { textKind: 'excerpt' } : {}),
    ...(doubtful.length > 0 ? { doubtful: [...new Set(doubtful)] } : {}),
  })
  const dates = draft.impossible.map((written): FieldProblem => ({
    field: 'issueDate',
    code: 'date-malformed',
    message: `“${written.slice(0, 60)}” is no date of the calendar`,
  }))
  return {
    read: article === null ? null : { article, evidence: draft.evidence, changes: draft.changes },
    problems: [...problems, ...dates],
  }
}
