import { titleParts } from './referenceFields'

/** An entry of CSL-JSON (citationstyles.org, schema 1.0.2), as far as it is known to be one. */
export type CslFields = Readonly<Record<string, unknown>>

/** The types of CSL that reports are given as, and the medium that each means; `undefined` where it says nothing of it. */
const MEDIA_BY_TYPE: ReadonlyMap<unknown, string | undefined> = new Map([
  ['article-newspaper', 'newspaper'],
  ['article-magazine', 'magazine'],
  ['article-journal', 'magazine'],
  ['webpage', 'web'],
  ['post', 'web'],
  ['post-weblog', 'web'],
  ['broadcast', 'broadcast'],
  ['article', undefined],
  ['document', undefined],
  ['report', undefined],
])

/** Fields that only entries of CSL have. */
const OWN_FIELDS = ['container-title', 'issued', 'title-short', 'accessed', 'citation-key'] as const
/** Fields that hold the text of an article, which an entry of CSL has none of. */
const TEXT_FIELDS = ['paragraphs', 'body', 'content', 'text'] as const
const HAN = /\p{Script=Han}/u

const isFields = (value: unknown): value is CslFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is an entry of CSL-JSON rather than an article of ours: it is of such a type and has its fields. */
export function isCslEntry(value: unknown): value is CslFields {
  if (!isFields(value) || !MEDIA_BY_TYPE.has(value['type'])) return false
  if (TEXT_FIELDS.some((field) => field in value)) return false
  const { author } = value
  const isNamed = Array.isArray(author) && author.some((name) => isFields(name))
  return isNamed || OWN_FIELDS.some((field) => field in value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** A name as it is written: a Chinese one without a space, another with the given name first. */
function nameOf(name: unknown): string {
  if (!isFields(name)) return textOf(name)
  const [literal, family, given] = [textOf(name['literal']), textOf(name['family']), textOf(name['given'])]
  if (literal !== '') return literal
  return HAN.test(family) ? family + given : `${given} ${family}`.trim()
}

/** The first day of a date of CSL, as far as it is known; what is given as words alone stays words. */
function dateOf(date: unknown): string {
  if (!isFields(date)) return textOf(date)
  const { 'date-parts': parts, raw, literal } = date
  const [first] = Array.isArray(parts) ? (parts as readonly unknown[]) : []
  if (!Array.isArray(first)) return textOf(raw) || textOf(literal)
  return first
    .slice(0, 3)
    .map((part, place) => textOf(part).padStart(place === 0 ? 4 : 2, '0'))
    .join('-')
}

/**
 * An entry of CSL-JSON as what an article is parsed from. Its abstract is read as the text, marked as a digest, and
 * doubtful, like that of other lists of references. Fields that the archive does not know go to `extra`.
 */
export function cslArticle(entry: CslFields): Readonly<Record<string, unknown>> {
  const {
    id,
    type,
    title,
    'title-short': short,
    author,
    'container-title': container,
    issued,
    edition,
    section,
    page,
    URL: url,
    keyword,
    abstract,
    ...others
  } = entry
  const digest = textOf(abstract)
  const extra = id === undefined ? others : { ...others, 'csl-id': id }
  return {
    ...titleParts(textOf(title), textOf(short)),
    newspaper: textOf(container),
    medium: MEDIA_BY_TYPE.get(type),
    issueDate: dateOf(issued),
    page: textOf(page),
    pageTitle: textOf(section),
    edition: textOf(edition),
    authors: (Array.isArray(author) ? author : []).map(nameOf).filter((name) => name !== ''),
    tags: textOf(keyword).split(/[;；、，,]\s*/),
    url: textOf(url),
    paragraphs: digest,
    ...(digest !== '' && { textKind: 'digest', doubtful: ['textKind'] }),
    ...(Object.keys(extra).length > 0 && { extra }),
  }
}
