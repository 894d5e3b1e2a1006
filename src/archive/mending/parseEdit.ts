import { EDITABLE_FIELDS, type ArticleEdit, type EditableField } from '../../domain/articleEdit'
import { parseArticle } from '../../domain/parseArticle'
import { ArchiveError, type FieldProblem } from '../../domain/problem'
import type { Article } from '../../domain/article'

const EDITABLE: ReadonlySet<string> = new Set(EDITABLE_FIELDS)
const LISTS: ReadonlySet<EditableField> = new Set(['category', 'authors', 'people', 'tags', 'doubtful'])

function malformed(field: string, message: string): ArchiveError {
  return new ArchiveError('edit-malformed', field, message)
}

/** The field that a problem is of: `people[0].name` is one of `people`. */
function fieldOf({ field }: FieldProblem): string {
  return /^\w*/.exec(field)?.[0] ?? field
}

/** The fields of an edit as an article has them; a field that is taken away is `null`, or empty when it is a list. */
function readFields(edit: ArticleEdit, article: Article): ArticleEdit {
  const fields = (Object.keys(edit) as EditableField[]).map((field) => {
    const value: unknown = article[field] ?? (LISTS.has(field) ? [] : null)
    return [field, value]
  })
  return Object.fromEntries(fields) as ArticleEdit
}

/**
 * An edit with its values as `parseArticle` gives them: notations of dates and pages normalised, texts trimmed, what says
 * nothing taken away. People are checked against the text that they stand in by {@link parseEditFor}.
 *
 * @throws ArchiveError `edit-malformed`, its subject the field, for a value that no article can have there
 */
export function parseEdit(edit: ArticleEdit): ArticleEdit {
  for (const field of Object.keys(edit)) {
    if (!EDITABLE.has(field)) throw malformed(field, `${field}: it cannot be edited`)
  }
  const { people, ...others } = edit
  const probe = { title: '-', paragraphs: ['-'], ...others }
  const { article, problems } = parseArticle(probe)
  const [problem] = problems
  if (problem !== undefined) throw malformed(fieldOf(problem), problem.message)
  // Without an article there was a problem.
  if (article === null) throw malformed('', 'there is no article')
  return { ...readFields(others, article), ...(people === undefined ? {} : { people }) }
}

/**
 * A parsed edit for one article: its people are checked as well, and where they are named must lie in the text as it is
 * then.
 *
 * @throws ArchiveError `edit-malformed`
 */
export function parseEditFor(edit: ArticleEdit, article: Pick<Article, 'title' | 'paragraphs'>): ArticleEdit {
  if (edit.people === undefined) return edit
  const { title = article.title, paragraphs = article.paragraphs, people } = edit
  const parsed = parseArticle({ title, paragraphs, people })
  const [problem] = parsed.problems
  if (problem !== undefined) throw malformed(fieldOf(problem), problem.message)
  return { ...edit, people: parsed.article?.people ?? [] }
}
