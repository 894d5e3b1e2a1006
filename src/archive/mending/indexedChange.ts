import type { EditableField } from '../../domain/articleEdit'
import type { AmendedContent } from '../../storage/amendmentStore'

/** What a person has made of an article. */
export type AmendmentDecision = Omit<AmendedContent, 'content'>

/** Fields that the search index does not know. */
const UNINDEXED: ReadonlySet<string> = new Set([
  'doubtful',
  'textNote',
  'verified',
  'rights',
  'url',
] satisfies readonly EditableField[])

/** Whether two values of a field are the same; one that is absent is the same as `null`. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** Whether the search index knows the difference between what was made of an article and what is now. */
export function isIndexedChange(before: AmendmentDecision, after: AmendmentDecision): boolean {
  if (before.isDeleted !== after.isDeleted) return true
  const fields = new Set([
    ...Object.keys(before.edit),
    ...Object.keys(after.edit),
  ]) as ReadonlySet<EditableField>
  return [...fields].some(
    (field) =>
      !UNINDEXED.has(field) &&
      (field in before.edit !== field in after.edit || !isSameValue(before.edit[field], after.edit[field])),
  )
}
