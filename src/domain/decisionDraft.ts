import { DECISION_VERSION, type Patch, type PatchKind, type SplitCondition } from './decision'
import { officeKey } from './officeName'
import { parseDecision } from './parseDecision'
import { parseDateNotation } from './partialDate'
import { nameOfPerson, nextPersonValue } from './personValue'

/** A decision that is about to be made with a form. */
export interface DecisionDraft {
  readonly kind: Exclude<PatchKind, 'distinct' | 'distinctOffices'>
  /** The name in question, or the text that is to be one; of `sameOffice` the office. */
  readonly name: string
  /** The article in which it was met, or `null`. */
  readonly articleId: string | null
  /** Offices that the article gives. */
  readonly offices: readonly string[]
}

/** What a person writes into the form; what its kind does not ask for stays as it is. */
export interface DecisionFields {
  /** The new form, the other name, the name of the other person, or of the one who was missed. */
  readonly to: string
  /** Whether it holds for the article alone. */
  readonly isOnlyHere: boolean
  readonly office: string
  readonly newOffice: string
  /** Lists, parted by 、. */
  readonly offices: string
  readonly places: string
  readonly newspapers: string
  readonly from: string
  readonly until: string
  readonly reason: string
}

/** What stands in the form at first. @param taken names that are in use, so that another person gets a number of their own */
export function startFields({ kind, name, offices }: DecisionDraft, taken: Iterable<string>): DecisionFields {
  const isAnother = kind === 'split'
  return {
    to: isAnother ? nextPersonValue(nameOfPerson(name), taken) : kind === 'missed' ? name : '',
    isOnlyHere: isAnother,
    office: offices[0] ?? '',
    newOffice: '',
    offices: '',
    places: '',
    newspapers: '',
    from: '',
    until: '',
    reason: '',
  }
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[、，,;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** A date as it was typed; what is none is left as it is, so that it is refused and not passed over. */
function dateOf(text: string): string {
  return parseDateNotation(text) ?? text
}

function conditionOf({ articleId }: DecisionDraft, fields: DecisionFields): SplitCondition {
  const [offices, places, newspapers] = [fields.offices, fields.places, fields.newspapers].map(listOf)
  return {
    ...(fields.isOnlyHere && articleId !== null ? { articles: [articleId] } : {}),
    ...(offices!.length === 0 ? {} : { offices: offices! }),
    ...(places!.length === 0 ? {} : { places: places! }),
    ...(newspapers!.length === 0 ? {} : { newspapers: newspapers! }),
    ...(fields.from.trim() === '' ? {} : { from: dateOf(fields.from) }),
    ...(fields.until.trim() === '' ? {} : { to: dateOf(fields.until) }),
  }
}

function patchAsWritten(draft: DecisionDraft, fields: DecisionFields): Patch {
  const { kind, name, articleId } = draft
  const to = fields.to.trim()
  const articles = fields.isOnlyHere && articleId !== null ? [articleId] : null
  switch (kind) {
    case 'merge':
      return { kind, names: [to], into: name }
    case 'rename':
      return { kind, name, to }
    case 'alias':
      return { kind, name, alias: to }
    case 'split':
      return { kind, name, as: to, when: conditionOf(draft, fields) }
    case 'hide':
    case 'notPerson':
      return { kind, name, articles }
    case 'missed':
      return { kind, name: to, form: name, articles }
    case 'sameOffice':
      return { kind, offices: [officeKey(to)], into: name }
    case 'office': {
      const newOffice = fields.newOffice.trim()
      return { kind, name, office: fields.office, to: newOffice === '' ? null : newOffice, articles }
    }
  }
}

/** What is decided by a form; `null` when it is not filled in well. */
export function patchOfDraft(draft: DecisionDraft, fields: DecisionFields): Patch | null {
  const patch = patchAsWritten(draft, fields)
  const at = new Date(0).toISOString()
  const decision = { version: DECISION_VERSION, patch, at, by: '', reason: fields.reason, isUndone: false }
  return parseDecision(decision)?.patch ?? null
}
