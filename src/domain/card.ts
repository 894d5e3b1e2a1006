import { MEDIA, TEXT_KINDS, type Article, type PartialDate, type TextSpan } from './article'
import {
  LONGEST_ADDRESS,
  LONGEST_HEADLINE,
  LONGEST_NAME,
  LONGEST_TEXT,
  LONGEST_TEXT_NOTE,
  MOST_NAMES,
} from './articleLimits'
import { isRecord, toWellFormed } from './fieldText'
import type { KeptRecord } from './keptRecord'
import { isPartialDate } from './partialDate'

/** What a card keeps of the article that it is from: enough to cite it when the article is gone. */
export type CardSource = Pick<
  Article,
  | 'id'
  | 'title'
  | 'subtitle'
  | 'newspaper'
  | 'medium'
  | 'issueDate'
  | 'edition'
  | 'page'
  | 'pageTitle'
  | 'textKind'
  | 'publishedAt'
  | 'authors'
  | 'url'
  | 'verified'
>

/** What a record of kind `card` holds; it is about its project. */
export interface CardContent {
  readonly source: CardSource
  /** Where the text stands in the article, a span for each paragraph; none for the whole article. */
  readonly spans: readonly TextSpan[]
  /** The text as it was when it was collected, paragraphs parted by line feeds. */
  readonly text: string
  /** The day of what is told, as far as it is known. */
  readonly eventDate: PartialDate | null
  readonly remark: string
  readonly tags: readonly string[]
  /** The day on which it was collected, `YYYY-MM-DD`: that of access in citations. */
  readonly collectedOn: string
  /** Its place among the cards as they were laid out by hand, rising. */
  readonly place: number
}

/** A 资料卡: a passage that was collected for a project. */
export interface Card extends CardContent {
  readonly id: string
  readonly projectId: string
  readonly changedAt: string
  readonly changedBy: string
}

/** The most paragraphs of a passage; more are a whole article. */
const MOST_SPANS = 4000

const TEXT_FIELDS = [
  ['subtitle', LONGEST_HEADLINE],
  ['newspaper', LONGEST_NAME],
  ['edition', LONGEST_NAME],
  ['page', LONGEST_NAME],
  ['pageTitle', LONGEST_NAME],
  ['publishedAt', LONGEST_NAME],
  ['url', LONGEST_ADDRESS],
] as const

function text(value: unknown, longest: number): string {
  return typeof value === 'string' ? toWellFormed(value.slice(0, longest)) : ''
}

/** Texts of a list, each once; what is no text is left out. */
function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  const found = value.map((one) => text(one, LONGEST_NAME).trim()).filter((one) => one !== '')
  return [...new Set(found)].slice(0, MOST_NAMES)
}

function partialDate(value: unknown): PartialDate | null {
  return typeof value === 'string' && isPartialDate(value) ? value : null
}

function parseVerified(value: unknown): Article['verified'] {
  if (!isRecord(value)) return undefined
  const [by, on] = [text(value['by'], LONGEST_NAME), partialDate(value['on'])]
  return on === null ? undefined : { by, on }
}

function parseSource(value: unknown): CardSource | null {
  if (!isRecord(value)) return null
  const id = text(value['id'], LONGEST_NAME)
  const title = text(value['title'], LONGEST_HEADLINE)
  if (id === '' || title === '') return null
  const named = TEXT_FIELDS.map(([field, longest]) => [field, text(value[field], longest)] as const)
  const medium = MEDIA.find((one) => one === value['medium'])
  const issueDate = partialDate(value['issueDate'])
  const verified = parseVerified(value['verified'])
  return {
    id,
    title,
    ...Object.fromEntries(named.filter(([, one]) => one !== '')),
    textKind: TEXT_KINDS.find((one) => one === value['textKind']) ?? 'full',
    authors: texts(value['authors']),
    ...(medium !== undefined && { medium }),
    ...(issueDate !== null && { issueDate }),
    ...(verified !== undefined && { verified }),
  }
}

function isSpan(value: unknown): value is TextSpan {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [paragraph, start, end] = value as readonly unknown[]
  return (
    [paragraph, start, end].every((one) => Number.isSafeInteger(one) && (one as number) >= 0) &&
    (start as number) < (end as number)
  )
}

/** The card that a record is; `null` for one that was deleted or holds something else. */
export function parseCard({ kind, id, about, content, changedAt, changedBy }: KeptRecord): Card | null {
  if (kind !== 'card' || !isRecord(content)) return null
  const source = parseSource(content['source'])
  const passage = text(content['text'], LONGEST_TEXT)
  if (source === null || passage === '') return null
  const spans: readonly unknown[] = Array.isArray(content['spans']) ? content['spans'] : []
  const { place } = content
  return {
    id,
    projectId: about,
    changedAt,
    changedBy,
    source,
    spans: spans.length <= MOST_SPANS && spans.every(isSpan) ? spans : [],
    text: passage,
    eventDate: partialDate(content['eventDate']),
    remark: text(content['remark'], LONGEST_TEXT_NOTE),
    tags: texts(content['tags']),
    collectedOn: partialDate(content['collectedOn']) ?? '',
    place: typeof place === 'number' && Number.isFinite(place) ? place : 0,
  }
}

/** What a card's record is to hold. */
export function cardContent(card: Card): CardContent {
  const { source, spans, text: passage, eventDate, remark, tags, collectedOn, place } = card
  return { source, spans, text: passage, eventDate, remark, tags, collectedOn, place }
}

/** What a card keeps of an article. */
export function cardSource(article: Article): CardSource {
  const { id, title, textKind, authors, medium, issueDate, verified } = article
  const named = TEXT_FIELDS.map(([field]) => [field, article[field]] as const)
  return {
    id,
    title,
    ...Object.fromEntries(named.filter(([, one]) => one !== undefined)),
    textKind,
    authors,
    ...(medium !== undefined && { medium }),
    ...(issueDate !== undefined && { issueDate }),
    ...(verified !== undefined && { verified }),
  }
}

/** The article of a card as far as the card knows it: to be cited, not to be read. */
export function articleOfCard({ source }: Pick<CardContent, 'source'>): Article {
  return {
    ...source,
    category: [],
    places: [],
    paragraphs: [],
    people: [],
    tags: [],
    doubtful: [],
    replaces: [],
    extra: {},
  }
}
