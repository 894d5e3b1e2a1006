import { ARTICLE_FIELDS, type ArticleField } from '../../domain/articleFields'
import type { Article } from '../../domain/article'

/** Fields whose lists are written with a mark between the values, as a person writes them. */
const MARKS: Readonly<Partial<Record<ArticleField, string>>> = {
  category: ' > ',
  authors: '、',
  tags: '、',
  places: '、',
  doubtful: '、',
  replaces: '、',
  paragraphs: '\n',
}

/** What would part a value in two when it is read again, or be taken for something else. */
const MARKED = /[、，,;；/>\n\r]|^[[{]|^\s|\s$/

function listCell(values: readonly string[], field: ArticleField): string {
  const mark = MARKS[field]
  const isPlain =
    mark !== undefined &&
    values.every((value) =>
      field === 'paragraphs' ? !/[\n\r]|^[[{]|^\s|\s$/.test(value) : !MARKED.test(value),
    )
  return isPlain ? values.join(mark) : JSON.stringify(values)
}

/**
 * A field of an article as the text of a cell; absent and empty ones are an empty text. Lists are joined as a person
 * writes them where they can be told apart again; where not, and for people and other structures, the cell holds JSON.
 */
function cellOf(article: Article, field: ArticleField): string {
  const value = article[field]
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    if (value.length === 0) return ''
    return value.every((one) => typeof one === 'string') ? listCell(value, field) : JSON.stringify(value)
  }
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value)
}

/** A row of a table: one text for each column. */
export type ArticleRow = readonly string[]

/** The columns of an exported table, one for each field of an article, in the order of the fields. */
export const EXPORTED_FIELDS: readonly ArticleField[] = ARTICLE_FIELDS

/** All fields of an article as a row, in the order of {@link EXPORTED_FIELDS}. */
export function articleRow(article: Article): ArticleRow {
  return EXPORTED_FIELDS.map((field) => cellOf(article, field))
}
