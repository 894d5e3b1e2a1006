import type { Article } from './article'

/** Fields of an article that a person can correct. */
export const EDITABLE_FIELDS = [
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
  'publishedAt',
  'eventDate',
  'authors',
  'url',
  'paragraphs',
  'people',
  'tags',
  'rights',
  'doubtful',
  'textNote',
  'verified',
] as const satisfies readonly (keyof Article)[]
export type EditableField = (typeof EDITABLE_FIELDS)[number]

/**
 * New values for fields of an article; `null` takes an optional field away. Values are checked as an article's are
 * (`parseArticle`): a bad one fails the call with `edit-malformed` and changes nothing.
 */
export type ArticleEdit = { readonly [Field in EditableField]?: Article[Field] | null }
