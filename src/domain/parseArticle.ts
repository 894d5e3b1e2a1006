import * as v from 'valibot'
import { MEDIA, TEXT_KINDS, type Article, type PartialDate } from './article'
import { ARTICLE_FIELDS, FIELD_ALIASES, type ArticleField } from './articleFields'
import { deriveArticleId } from './articleId'
import { decodeCategoryPath } from './category'
import {
  TERM_MARK,
  isBlank,
  isRecord,
  joinPaddedName,
  quoteValue,
  readText,
  readTexts,
  readWord,
  toWellFormed,
  type ProblemSink,
} from './fieldText'
import { parsePage } from './parsePage'
import { readPeople, type KeptText, type KeptTexts } from './parsePeople'
import { parseDateNotation, parsePosting } from './partialDate'
import { copyPlainJson } from './plainJson'
import type { FieldProblem } from './problem'

/** What became of an input: the article, or `null` when it is none, and everything that was wrong with it. */
export interface ParsedArticle {
  readonly article: Article | null
  readonly problems: readonly FieldProblem[]
}

/** A value of the input under the name it stands there by. */
interface FoundField {
  readonly name: string
  readonly value: unknown
}

const LONGEST_ID = 512
const OWN_FIELDS: ReadonlySet<string> = new Set(ARTICLE_FIELDS)
const ALIASES: Readonly<Partial<Record<ArticleField, readonly string[]>>> = FIELD_ALIASES
const datelineSchema = v.object({ place: v.optional(v.string()), date: v.optional(v.string()) })

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

function readDate({ name, value }: FoundField, report: ProblemSink): PartialDate | undefined {
  const text = readText(value, name, report)
  if (text === undefined) return undefined
  const date = parseDateNotation(text) ?? parsePosting(text)?.slice(0, 10)
  if (date !== undefined) return date
  const message = `${name}: ${quoteValue(text)} is no date of the calendar in the form YYYY, YYYY-MM or YYYY-MM-DD`
  report({ field: name, code: 'date-malformed', message })
  return undefined
}

/** A posting to the minute, or to the day where no time is given. */
function readPosting({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const text = readText(value, name, report)
  if (text === undefined) return undefined
  const day = parseDateNotation(text)
  const posting = parsePosting(text) ?? (day?.length === 10 ? day : null)
  if (posting !== null) return posting
  report({
    field: name,
    code: 'date-malformed',
    message: `${name}: ${quoteValue(text)} is no moment of the calendar`,
  })
  return undefined
}

function isMoment({ value }: FoundField): boolean {
  return typeof value === 'string' && parsePosting(value) !== null
}

function readCategory({ name, value }: FoundField, report: ProblemSink): readonly string[] {
  if (typeof value === 'string') {
    const names = /[>＞]/.test(value) ? value.split(/[>＞]/) : decodeCategoryPath(value)
    return names.map((one) => readText(one, name, report)).filter((one) => one !== undefined)
  }
  if (isBlank(value)) return []
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.map((one: string) => readText(one, name, report)).filter((one) => one !== undefined)
  }
  const message = `${name}: expected names from the widest to the narrowest, found ${quoteValue(value)}`
  report({ field: name, code: 'field-malformed', message })
  return []
}

/** Paragraphs, trimmed and none of them blank, with where each of the input's went. */
function readParagraphs({ name, value }: FoundField, report: ProblemSink) {
  const entries: readonly unknown[] =
    typeof value === 'string'
      ? value.split(/\r\n|[\n\r\u0085\u2028\u2029]/)
      : Array.isArray(value)
        ? value
        : []
  if (!isBlank(value) && typeof value !== 'string' && !Array.isArray(value)) {
    const message = `${name}: expected a list of texts, found ${quoteValue(value)}`
    report({ field: name, code: 'field-malformed', message })
  }
  const paragraphs: string[] = []
  const kept = new Map<number, KeptText>()
  entries.forEach((entry, index) => {
    if (typeof entry !== 'string') {
      const field = `${name}[${String(index)}]`
      if (!isBlank(entry)) {
        report({
          field,
          code: 'field-malformed',
          message: `${field}: expected text, found ${quoteValue(entry)}`,
        })
      }
      return
    }
    const paragraph = toWellFormed(entry).trim()
    if (paragraph === '') return
    const cut = entry.length - entry.trimStart().length
    kept.set(index, { number: paragraphs.length, cut, length: paragraph.length })
    paragraphs.push(paragraph)
  })
  return { paragraphs, kept }
}

function readNames({ name, value }: FoundField, report: ProblemSink): readonly string[] {
  const nameOf = (one: unknown): unknown => (isRecord(one) && !isBlank(one['name']) ? one['name'] : one)
  const plain = Array.isArray(value) ? value.map(nameOf) : nameOf(value)
  return [...new Set(readTexts(plain, name, report).map(joinPaddedName))]
}

function readUrl({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const url = readText(value, name, report)
  if (url === undefined || /^https?:\/\/[^\s/?#\\]+[^\s\\]*$/i.test(url)) return url
  const message = `${name}: expected an address that begins with http:// or https://, found ${quoteValue(url)}`
  report({ field: name, code: 'field-malformed', message })
  return undefined
}

function readId({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const id = readText(value, name, report)
  if (id === undefined || (id.length <= LONGEST_ID && !/\p{Cc}/u.test(id))) return id
  const message = `${name}: expected at most ${String(LONGEST_ID)} printable characters, found ${quoteValue(id)}`
  report({ field: name, code: 'field-malformed', message })
  return undefined
}

function readDateline({ name, value }: FoundField, report: ProblemSink): Article['dateline'] {
  if (isBlank(value)) return undefined
  const parsed = isRecord(value) ? v.safeParse(datelineSchema, value) : null
  if (parsed?.success !== true) {
    const message = `${name}: expected { place, date } of texts, found ${quoteValue(value)}`
    report({ field: name, code: 'field-malformed', message })
    return undefined
  }
  const place = readText(parsed.output.place, `${name}.place`, report)
  const date = readText(parsed.output.date, `${name}.date`, report)
  if (place === undefined && date === undefined) return undefined
  return { ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) }
}

/** The fields that the archive does not know, those of an `extra` object among them; a field of the input goes before one of `extra`. */
function readExtra(extra: FoundField, rest: readonly FoundField[], report: ProblemSink): Article['extra'] {
  const fields = new Map<string, unknown>()
  if (isRecord(extra.value)) {
    for (const [name, value] of Object.entries(extra.value)) fields.set(name, value)
  } else if (extra.value !== undefined) {
    const message = `extra: expected an object, found ${quoteValue(extra.value)}`
    report({ field: 'extra', code: 'field-malformed', message })
  }
  for (const { name, value } of rest) fields.set(name, value)
  const kept: [string, unknown][] = []
  for (const [name, value] of fields) {
    const copy = name === '__proto__' ? undefined : copyPlainJson(value)
    if (copy !== undefined) {
      kept.push([toWellFormed(name), copy])
    } else {
      const message = `${quoteValue(name)} cannot be kept: its name is reserved, or it is too deep, too large or no JSON`
      report({ field: toWellFormed(name).slice(0, 60), code: 'field-malformed', message })
    }
  }
  return Object.fromEntries(kept)
}

/** An object without the fields that are `undefined`. */
function withoutAbsent<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>
  }
}

/** The title with where its text went; `undefined` when there is none. */
function readTitle(found: FoundField, report: ProblemSink): string | undefined {
  const title =
    typeof found.value === 'object' ? undefined : readText(found.value, found.name, () => undefined)
  if (title === undefined) {
    const message = `title: expected the headline, found ${found.value === undefined ? 'nothing' : quoteValue(found.value)}`
    report({ field: 'title', code: 'title-missing', message })
  }
  return title
}

/**
 * An article from foreign JSON. Names of other data are understood where the own field is absent, usual notations of
 * dates and pages are normalised, and what the archive does not know is kept in `extra`. A field that is wrong is a
 * problem, and the article is kept without it; without a title or a paragraph there is no article. Never throws,
 * whatever the value is.
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
  if (paragraphs.length === 0) {
    report({
      field: 'paragraphs',
      code: 'paragraphs-missing',
      message: 'paragraphs: expected at least one with text',
    })
  }
  if (title === undefined || paragraphs.length === 0) return { article: null, problems }

  const text = (field: ArticleField): string | undefined => readText(find(field).value, field, report)
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
  const texted: KeptTexts = new Map([...kept, [-1, { number: -1, cut, length: title.length }]])
  const fields = withoutAbsent({
    title,
    kicker: text('kicker'),
    subtitle: text('subtitle'),
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
    rights: text('rights'),
    doubtful: texts('doubtful'),
    replaces: texts('replaces'),
    extra: readExtra(find('extra'), rest(), report),
  })
  return { article: { id: givenId ?? deriveArticleId(fields), ...fields }, problems }
}
