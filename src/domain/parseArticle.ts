import { MEDIA, TEXT_KINDS, type Article } from './article'
import { ARTICLE_FIELDS, FIELD_ALIASES, type ArticleField } from './articleFields'
import { deriveArticleId } from './articleId'
import { LONGEST_HEADLINE, LONGEST_RIGHTS } from './articleLimits'
import {
  TERM_MARK,
  isBlank,
  isRecord,
  quoteValue,
  readText,
  readTexts,
  readWord,
  type ProblemSink,
} from './fieldText'
import { parsePage } from './parsePage'
import { readPeople, type KeptTexts } from './parsePeople'
import { parsePosting } from './partialDate'
import type { FieldProblem } from './problem'
import {
  readCategory,
  readDate,
  readDateline,
  readExtra,
  readId,
  readNames,
  readParagraphs,
  readPosting,
  readTextNote,
  readUrl,
  readVerified,
  type FoundField,
} from './readFields'

/** What became of an input: the article, or `null` when it is none, and everything that was wrong with it. */
export interface ParsedArticle {
  readonly article: Article | null
  readonly problems: readonly FieldProblem[]
}

const OWN_FIELDS: ReadonlySet<string> = new Set(ARTICLE_FIELDS)
const ALIASES: Readonly<Partial<Record<ArticleField, readonly string[]>>> = FIELD_ALIASES

/** Finds the fields of an input: the own name first, then the names of other data; remembers which were used. */
function fieldFinder(input: Readonly<Record<string, unknown>>) {
  const used = new Set<string>()
  const own = (name: string): unknown => (Object.hasOwn(input, name) ? input[name] : undefined)
  const find = (field: ArticleField, accepts: (found: FoundField) => boolean = () => true): FoundField => {
    for (const name of [field, ...(ALIASES[field] ?? [])]) {
      const found = { name, value: own(name) }
      if (used.has(name) || isBlank(found.value) || !accepts(found)) continue
      used.add(name)
      return found
    }
    return { name: field, value: undefined }
  }
  /** Fields that nothing was read from and that say something. */
  const rest = (): readonly FoundField[] =>
    Object.keys(input)
      .filter((name) => !used.has(name) && !OWN_FIELDS.has(name) && !isBlank(input[name]))
      .map((name) => ({ name, value: input[name] }))
  return { find, rest }
}

function isMoment({ value }: FoundField): boolean {
  return typeof value === 'string' && parsePosting(value) !== null
}

/** An object without the fields that are `undefined`. */
function withoutAbsent<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>
  }
}

/** The title; `undefined`, and a problem, when there is none. */
function readTitle(found: FoundField, report: ProblemSink): string | undefined {
  const title =
    typeof found.value === 'object'
      ? undefined
      : readText(found.value, found.name, () => undefined, LONGEST_HEADLINE)
  if (title === undefined) {
    const message = `title: expected the headline, at most ${String(LONGEST_HEADLINE)} characters, found ${found.value === undefined ? 'nothing' : quoteValue(found.value)}`
    report({ field: 'title', code: 'title-missing', message })
  }
  return title
}

/**
 * An article from foreign JSON. Names of other data are understood where the own field is absent, usual notations of
 * dates and pages are normalised, and what the archive does not know is kept in `extra`. A field that is wrong is a
 * problem, and the article is kept without it; without a title or a paragraph, or with more text than one article may
 * hold, there is no article. Never throws, however hostile the value. The limits are those of `articleLimits.ts`.
 */
export function parseArticle(value: unknown): ParsedArticle {
  const problems: FieldProblem[] = []
  const report: ProblemSink = (problem) => problems.push(problem)
  if (!isRecord(value)) {
    report({ field: '', code: 'not-an-object', message: `expected an object, found ${quoteValue(value)}` })
    return { article: null, problems }
  }
  const { find, rest } = fieldFinder(value)
  const titleFound = find('title')
  const title = readTitle(titleFound, report)
  const { paragraphs, kept } = readParagraphs(find('paragraphs'), report)
  if (title === undefined || paragraphs.length === 0) return { article: null, problems }

  const text = (field: ArticleField, longest?: number): string | undefined => {
    const { name, value: found } = find(field)
    return readText(found, name, report, longest)
  }
  const texts = (field: ArticleField): readonly string[] => {
    const { name, value: found } = find(field)
    return readTexts(found, name, report, TERM_MARK)
  }
  const givenId = readId(find('id'), report)
  const publishedAt = readPosting(
    find('publishedAt', (found) => found.name !== 'datePublished' || isMoment(found)),
    report,
  )
  const issueDate = readDate(
    find('issueDate', (found) => found.name !== 'datePublished' || !isMoment(found)),
    report,
  )
  const printed = parsePage(text('page') ?? '')
  const people = find('people')
  const cut =
    typeof titleFound.value === 'string' ? titleFound.value.length - titleFound.value.trimStart().length : 0
  const texted: KeptTexts = new Map([...kept, [-1, [{ number: -1, cut, length: title.length }]]])
  const fields = withoutAbsent({
    title,
    kicker: text('kicker', LONGEST_HEADLINE),
    subtitle: text('subtitle', LONGEST_HEADLINE),
    category: readCategory(find('category'), report),
    newspaper: text('newspaper')?.replace(/^《([^《》]+)》$/, '$1'),
    medium: readWord(find('medium').value, MEDIA, 'medium', report),
    issueDate,
    edition: text('edition'),
    page: printed.page === '' ? undefined : printed.page,
    pageTitle: text('pageTitle') ?? (printed.pageTitle === '' ? undefined : printed.pageTitle),
    column: text('column'),
    textKind: readWord(find('textKind').value, TEXT_KINDS, 'textKind', report) ?? 'full',
    dateline: readDateline(find('dateline'), report),
    publishedAt,
    eventDate: readDate(find('eventDate'), report),
    places: texts('places'),
    authors: readNames(find('authors'), report),
    url: readUrl(find('url'), report),
    paragraphs,
    people: readPeople(people.value, people.name, texted, report),
    tags: texts('tags'),
    rights: text('rights', LONGEST_RIGHTS),
    doubtful: texts('doubtful'),
    textNote: readTextNote(find('textNote'), report),
    verified: readVerified(find('verified'), report),
    replaces: texts('replaces'),
    extra: readExtra(find('extra'), rest(), report),
  })
  return { article: { id: givenId ?? deriveArticleId(fields), ...fields }, problems }
}
