import type { Article } from '../../domain/article'
import { MOST_NAMES } from '../../domain/articleLimits'
import type { ArticleEdit, EditableField } from '../../domain/articleEdit'
import type { ArticleChange } from '../../domain/mending'
import { ArchiveError } from '../../domain/problem'
import type { AmendedContent, AmendmentTarget } from '../../storage/amendmentStore'
import { amendArticle } from './amendArticle'
import { isSameValue, type AmendmentDecision } from './indexedChange'
import { mendMentions } from './mendMentions'
import { parseEdit, parseEditFor } from './parseEdit'

/** An article that is to be changed, as its collection has it; fields that the change does not ask about may be absent. */
export interface ChangeTarget extends AmendmentTarget {
  readonly article: Article
}

/** What it is to give fields to an article that was amended before; `null` when that makes no difference. */
function changed(before: AmendmentDecision, given: ArticleEdit, article: Article): AmendmentDecision | null {
  const edit = new Map<string, unknown>(Object.entries(before.edit))
  for (const field of Object.keys(given) as EditableField[]) {
    // What the article says anyway is no amendment.
    if (isSameValue(given[field], article[field])) edit.delete(field)
    else edit.set(field, given[field])
  }
  const after: ArticleEdit = Object.fromEntries(edit)
  return isSameValue(after, before.edit) ? null : { edit: after, isDeleted: false }
}

/** People that were corrected before follow texts that are corrected now. */
function peopleFollowing(given: ArticleEdit, before: AmendmentDecision, article: Article): ArticleEdit {
  const areTextsGiven = given.title !== undefined || given.paragraphs !== undefined
  if (before.edit.people === undefined || given.people !== undefined || !areTextsGiven) return {}
  const was = amendArticle(article, before.edit)
  return { people: mendMentions(was.people, was, amendArticle(was, { ...given, people: [] })) }
}

/** What somebody gives is no longer doubtful. */
function edited(before: AmendmentDecision, edit: ArticleEdit, article: Article): AmendmentDecision | null {
  const { title = article.title, paragraphs = article.paragraphs } = before.edit
  const given = parseEditFor(edit, { title: title ?? '', paragraphs: paragraphs ?? [] })
  const had = before.edit.doubtful ?? article.doubtful
  const doubtful = given.doubtful ?? had.filter((field) => !(field in given))
  return changed(before, { ...given, ...peopleFollowing(given, before, article), doubtful }, article)
}

function tagged(
  before: AmendmentDecision,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  article: Article,
): AmendmentDecision | null {
  const removed = new Set(remove)
  const had = before.edit.tags ?? article.tags
  const tags = [...new Set([...had.filter((tag) => !removed.has(tag)), ...add])]
  if (tags.length > MOST_NAMES) {
    const message = `tags: expected at most ${String(MOST_NAMES)} entries, found ${String(tags.length)} in ${article.id}`
    throw new ArchiveError('edit-malformed', 'tags', message)
  }
  return changed(before, { tags }, article)
}

/** Fields of its article that deciding about a change asks about. */
export function fieldsAskedFor(change: ArticleChange): readonly (keyof Article)[] {
  switch (change.kind) {
    case 'edit': {
      const fields = Object.keys(change.edit) as EditableField[]
      const isOfText = fields.some((field) => ['title', 'paragraphs', 'people'].includes(field))
      return ['doubtful', ...fields, ...(isOfText ? (['title', 'paragraphs', 'people'] as const) : [])]
    }
    case 'tag':
      return ['tags']
    case 'confirm':
      return ['doubtful']
    case 'delete':
    case 'restore':
      return []
  }
}

/**
 * Decides what a change makes of articles. An edit holds only what differs from the article as its collection has it; one
 * that makes no difference, or is of an article that is deleted, is passed over.
 *
 * @throws ArchiveError `edit-malformed`, its subject the field, at once or when it is decided about an article
 */
export function deciderOf(
  change: ArticleChange,
): (target: ChangeTarget, before: AmendedContent) => AmendmentDecision | null {
  switch (change.kind) {
    case 'edit': {
      const edit = parseEdit(change.edit)
      return ({ article }, before) => (before.isDeleted ? null : edited(before, edit, article))
    }
    case 'tag': {
      const add = parseEdit({ tags: change.add }).tags ?? []
      const { remove } = change
      return ({ article }, before) => (before.isDeleted ? null : tagged(before, { add, remove }, article))
    }
    case 'confirm': {
      const confirmed = change.fields === null ? null : new Set(change.fields)
      return ({ article }, before) => {
        const doubtful = (before.edit.doubtful ?? article.doubtful).filter(
          (field) => confirmed !== null && !confirmed.has(field),
        )
        return before.isDeleted ? null : changed(before, { doubtful }, article)
      }
    }
    case 'delete':
      return (_target, { edit, isDeleted }) => (isDeleted ? null : { edit, isDeleted: true })
    case 'restore':
      return (_target, { edit, isDeleted }) =>
        isDeleted || Object.keys(edit).length > 0 ? { edit: {}, isDeleted: false } : null
  }
}
