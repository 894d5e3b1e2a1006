import type { Article } from './article'

/** Every field of an article, in the order in which it is written. */
export const ARTICLE_FIELDS = [
  'id',
  'title',
  'kicker',
  'subtitle',
  'category',
  'newspaper',
  'medium',
  'issueDate',
  'edition',
  'page',
  'pageTitle',
  'column',
  'textKind',
  'dateline',
  'publishedAt',
  'eventDate',
  'places',
  'authors',
  'url',
  'paragraphs',
  'people',
  'tags',
  'rights',
  'doubtful',
  'textNote',
  'verified',
  'replaces',
  'extra',
] as const satisfies readonly (keyof Article)[]

export type ArticleField = (typeof ARTICLE_FIELDS)[number]

/**
 * Names under which other data keep the same thing, tried in this order where the field itself is absent.
 * `datePublished` is a posting when it has a time, else an issue date.
 */
export const FIELD_ALIASES = {
  title: ['headline'],
  issueDate: ['date', 'datePublished'],
  publishedAt: ['datePublished'],
  newspaper: ['source'],
  paragraphs: ['body', 'content', 'text'],
  authors: ['author'],
  category: ['section', 'articleSection'],
  people: ['mentions'],
  tags: ['keywords'],
} as const satisfies Partial<Record<ArticleField, readonly string[]>>
