import type { ArticleField } from './articleFields'

/** A field that a column of a table can be read as. */
export interface TableField {
  readonly field: ArticleField
  /** Whether several columns can be it: what they hold is put together. */
  readonly isList: boolean
}

/** The fields that a person can choose for a column, in the order in which they are offered. */
export const TABLE_FIELDS: readonly TableField[] = [
  { field: 'title', isList: false },
  { field: 'paragraphs', isList: true },
  { field: 'newspaper', isList: false },
  { field: 'issueDate', isList: false },
  { field: 'page', isList: false },
  { field: 'category', isList: false },
  { field: 'authors', isList: true },
  { field: 'kicker', isList: false },
  { field: 'subtitle', isList: false },
  { field: 'publishedAt', isList: false },
  { field: 'pageTitle', isList: false },
  { field: 'column', isList: false },
  { field: 'edition', isList: false },
  { field: 'eventDate', isList: false },
  { field: 'medium', isList: false },
  { field: 'textKind', isList: false },
  { field: 'tags', isList: true },
  { field: 'people', isList: false },
  { field: 'places', isList: true },
  { field: 'url', isList: false },
  { field: 'rights', isList: false },
  { field: 'id', isList: false },
]
