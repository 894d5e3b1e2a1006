import type { Article } from './article'
import { ARTICLE_FIELDS, type ArticleField } from './articleFields'

/** An article as plain JSON, fields in a fixed order. */
export type SerializedArticle = Readonly<Partial<Record<ArticleField, unknown>>>

function isDefault(field: ArticleField, value: unknown): boolean {
  if (value === undefined) return true
  if (field === 'textKind') return value === 'full'
  if (field === 'extra') return Object.keys(value as object).length === 0
  return Array.isArray(value) && value.length === 0
}

function serializePerson(person: Article['people'][number]): object {
  const { name, offices, honours, kind, confidence, mentions, officeMentions } = person
  return {
    name,
    ...(offices.length === 0 ? {} : { offices }),
    ...(kind === undefined ? {} : { kind }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(mentions === undefined ? {} : { mentions }),
    ...(officeMentions === undefined ? {} : { officeMentions }),
    ...(honours === undefined || honours.length === 0 ? {} : { honours }),
  }
}

/**
 * An article as a plain JSON object: fields in the order of {@link ARTICLE_FIELDS}, defaults and empty lists left out.
 * What `parseArticle` makes of it is the article again, for every article that `parseArticle` gave.
 */
export function serializeArticle(article: Article): SerializedArticle {
  return Object.fromEntries(
    ARTICLE_FIELDS.filter((field) => !isDefault(field, article[field])).map((field) => [
      field,
      field === 'people' ? article.people.map(serializePerson) : article[field],
    ]),
  )
}
