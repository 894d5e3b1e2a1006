import type { PartialDate } from './article'

/** Which articles of a name are meant; each thing that is given has to hold, of a list any entry. */
export interface SplitCondition {
  /** Ids of articles, or ids that they replace. */
  readonly articles?: readonly string[]
  /** Offices that the article gives the person, as they are written. */
  readonly offices?: readonly string[]
  /** Places: of the article, of its dateline, or those that an office of the person is for. */
  readonly places?: readonly string[]
  readonly newspapers?: readonly string[]
  /** The first and the last date of the articles; one that may lie outside is not meant. */
  readonly from?: PartialDate
  readonly to?: PartialDate
}

/** Articles in which a decision holds, by their ids; `null` for all, also those that come later. */
export type ArticleChoice = readonly string[] | null

/**
 * What is decided about names. People are named by the values of the person filter (`徐明`, `徐明~2`), as all earlier
 * decisions have left them.
 */
export type Patch =
  /** Who is called by these names is one person. */
  | { readonly kind: 'merge'; readonly names: readonly string[]; readonly into: string }
  /** The preferred form of a name. */
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  /** Another writing of a name: who is named by it is this person, and it is marked where the article names them. */
  | { readonly kind: 'alias'; readonly name: string; readonly alias: string }
  /** In some articles the name is that of another person. */
  | { readonly kind: 'split'; readonly name: string; readonly as: string; readonly when: SplitCondition }
  /** The name is not to be listed. */
  | { readonly kind: 'hide'; readonly name: string; readonly articles: ArticleChoice }
  /** What was taken for a name is none. */
  | { readonly kind: 'notPerson'; readonly name: string; readonly articles: ArticleChoice }
  /** What was not taken for a name is one, wherever it stands in a text. */
  | {
      readonly kind: 'missed'
      readonly name: string
      readonly form: string
      readonly articles: ArticleChoice
    }
  /** An office, as it is written or by its common name (`officeKey`), is another one, or none (`null`). */
  | {
      readonly kind: 'office'
      readonly name: string
      readonly office: string
      readonly to: string | null
      readonly articles: ArticleChoice
    }
  /** Two names, or two of one name, are not one person: it is not asked again. */
  | { readonly kind: 'distinct'; readonly names: readonly [string, string] }
  | OfficePatch

/** What is decided about offices, each told by its common name (`officeKey`). It changes how they are called, no article. */
export type OfficePatch =
  /** These are one office, called by one of them. */
  | { readonly kind: 'sameOffice'; readonly offices: readonly string[]; readonly into: string }
  /**
   * Two are not one office: it is not asked again. Where one is a wording that a rule calls by the name of the other, it
   * stands by itself from then on.
   */
  | { readonly kind: 'distinctOffices'; readonly offices: readonly [string, string] }

export type PatchKind = Patch['kind']

/** Whether a patch is about offices, whoever holds them. */
export function isOfficePatch(patch: Patch): patch is OfficePatch {
  return patch.kind === 'sameOffice' || patch.kind === 'distinctOffices'
}

/** The version of the form below; a file or a record of another one is not read. */
export const DECISION_VERSION = 1

/** An entry of the log of decisions: the content of a record of the kind `decision`. */
export interface Decision {
  readonly version: typeof DECISION_VERSION
  readonly patch: Patch
  /** When it was decided, ISO 8601 in UTC with milliseconds; decisions hold one after the other in this order. */
  readonly at: string
  /** Who decided; empty when no name was given. */
  readonly by: string
  /** Why; may be empty. */
  readonly reason: string
  /** Whether it was taken back. It stays in the log, and can be done again. */
  readonly isUndone: boolean
}

/** A decision with the id of its record. */
export interface LoggedDecision extends Decision {
  readonly id: string
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Decisions in the order in which they hold: by their time, of those of one moment by their ids. */
export function inOrderOfTime(decisions: readonly LoggedDecision[]): readonly LoggedDecision[] {
  return [...decisions].sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id))
}

/** The names that a patch asks for in articles; none where it asks for a text, or concerns no article. */
export function namesAskedFor(patch: Patch): readonly string[] {
  switch (patch.kind) {
    case 'merge':
      return patch.names
    case 'alias':
      return [patch.alias, patch.name]
    case 'missed':
    case 'distinct':
    case 'sameOffice':
    case 'distinctOffices':
      return []
    default:
      return [patch.name]
  }
}

/** The name that somebody has by a patch; `null` where it gives none. */
export function nameGivenBy(patch: Patch): string | null {
  switch (patch.kind) {
    case 'merge':
      return patch.into
    case 'rename':
      return patch.to
    case 'split':
      return patch.as
    case 'alias':
    case 'missed':
      return patch.name
    default:
      return null
  }
}

/** The offices that a patch speaks of; none where it is about people. */
export function officesOfPatch(patch: Patch): readonly string[] {
  if (!isOfficePatch(patch)) return []
  return patch.kind === 'sameOffice' ? [...patch.offices, patch.into] : patch.offices
}

/** All names of people that a patch speaks of, each once; none where it is about offices. */
export function namesOfPatch(patch: Patch): readonly string[] {
  if (patch.kind === 'distinct') return patch.names
  const given = nameGivenBy(patch)
  return [...new Set([...namesAskedFor(patch), ...(given === null ? [] : [given])])]
}
