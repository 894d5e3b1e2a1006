import type { Article } from './article'
import { EDITABLE_FIELDS, type ArticleEdit, type EditableField } from './articleEdit'
import { parseDateNotation, parsePosting } from './partialDate'

/** Fields that a form shows as one text each, those that nearly every article has first. */
export const MAIN_FORM_FIELDS = [
  'title',
  'newspaper',
  'issueDate',
  'page',
  'publishedAt',
  'category',
  'authors',
] as const satisfies readonly EditableField[]

/** Fields that a form shows where they are asked for, or hold something. */
export const FURTHER_FORM_FIELDS = [
  'kicker',
  'subtitle',
  'pageTitle',
  'column',
  'edition',
  'eventDate',
  'medium',
  'textKind',
  'tags',
  'url',
  'rights',
] as const satisfies readonly EditableField[]

export type FormField =
  (typeof MAIN_FORM_FIELDS)[number] | (typeof FURTHER_FORM_FIELDS)[number] | 'paragraphs' | 'textNote'

/** Why a text is no value of its field. */
export type FormProblem = 'required' | 'date' | 'posting'

/** The value that a text stands for; `null` takes the field away. */
export type ReadFormField =
  | { readonly value: string | readonly string[] | null; readonly problem: null }
  | { readonly value: null; readonly problem: FormProblem }

const REQUIRED: ReadonlySet<FormField> = new Set(['title', 'paragraphs'])
const LIST_MARK = '、'
const PATH_MARK = ' > '

/** Every field that a form can show. */
export const FORM_FIELDS: readonly FormField[] = [
  ...MAIN_FORM_FIELDS,
  'paragraphs',
  ...FURTHER_FORM_FIELDS,
  'textNote',
]

/** Whether a form has a control for a field. */
export function isFormField(field: string): field is FormField {
  return (FORM_FIELDS as readonly string[]).includes(field)
}

/** A field as a person writes it: a path with ` > `, names with 、, a paragraph on each line. Empty where it is absent. */
export function printFormField(article: Partial<Article>, field: FormField): string {
  switch (field) {
    case 'category':
      return (article.category ?? []).join(PATH_MARK)
    case 'authors':
    case 'tags':
      return (article[field] ?? []).join(LIST_MARK)
    case 'paragraphs':
      return (article.paragraphs ?? []).join('\n')
    case 'publishedAt':
      return (article.publishedAt ?? '').replace('T', ' ')
    default:
      return article[field] ?? ''
  }
}

function splitNames(text: string, mark: RegExp): readonly string[] {
  return text
    .split(mark)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function found(value: string | readonly string[] | null, otherwise: FormProblem): ReadFormField {
  return value === null ? { value: null, problem: otherwise } : { value, problem: null }
}

/**
 * The inverse of {@link printFormField}: what a person has written, as the field's value. A blank text takes the field
 * away, or empties its list; dates are understood in the usual notations. What is neither is a problem.
 */
export function parseFormField(field: FormField, text: string): ReadFormField {
  const plain = text.trim()
  if (plain === '' && REQUIRED.has(field)) return { value: null, problem: 'required' }
  switch (field) {
    case 'category':
      return found(splitNames(plain, /[>＞›]/), 'required')
    case 'authors':
    case 'tags':
      return found(splitNames(plain, /[、，,;；\n]/), 'required')
    case 'paragraphs':
      return found(splitNames(plain, /\r\n|[\n\r\u0085\u2028\u2029]/), 'required')
    default:
      if (plain === '') return { value: null, problem: null }
  }
  if (field === 'issueDate' || field === 'eventDate') return found(parseDateNotation(plain), 'date')
  if (field === 'publishedAt') {
    const day = parseDateNotation(plain)
    return found(parsePosting(plain) ?? (day?.length === 10 ? day : null), 'posting')
  }
  return { value: plain, problem: null }
}

/** The change that says that fields are right as they are: each is given again. Fields that nobody can edit are left out. */
export function confirmation(article: Article, fields: readonly string[]): ArticleEdit {
  const confirmed = EDITABLE_FIELDS.filter((field) => fields.includes(field))
  return Object.fromEntries(confirmed.map((field) => [field, article[field] ?? null]))
}
