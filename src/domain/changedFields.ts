import type { Article } from './article'
import { isFormField, printFormField } from './articleForm'
import { EDITABLE_FIELDS, type EditableField } from './articleEdit'

/** A field that differs between two states of an article. */
export interface ChangedField {
  readonly field: EditableField
  /** As a form prints it; `null` where a form shows no text for it, or one too long to stand in a line. */
  readonly before: string | null
  readonly after: string | null
}

/**
 * The fields that a person has corrected, in the order of the article's fields. That a field is no longer doubtful, and
 * the mark of who compared the article with the printed page, are no corrections.
 */
export function changedFields(before: Article, after: Article): readonly ChangedField[] {
  return EDITABLE_FIELDS.filter(
    (field) =>
      field !== 'doubtful' &&
      field !== 'verified' &&
      JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  ).map((field) => {
    const isPrinted = isFormField(field) && field !== 'paragraphs'
    return {
      field,
      before: isPrinted ? printFormField(before, field) : null,
      after: isPrinted ? printFormField(after, field) : null,
    }
  })
}
