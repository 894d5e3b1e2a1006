import type { PartialDate } from './article'

/** A passage that speaks for a suggestion or against it. */
export interface IdentityEvidence {
  readonly articleId: string
  readonly title: string
  readonly newspaper: string | null
  readonly date: PartialDate | null
  /** The sentence in which the name stands; empty where the article does not say where it does. */
  readonly sentence: string
}

/** What a suggestion rests on, and what speaks against it. */
export type IdentityReason =
  /** The names are the same but for traditional characters, width or the dots of names. */
  | { readonly kind: 'sameForm' }
  /** The names are read alike and differ in a character. */
  | { readonly kind: 'sameReading' }
  /** One is the last part of the other. */
  | { readonly kind: 'shortForm' }
  /** Both are given one office. */
  | { readonly kind: 'sameOffice'; readonly office: string }
  /** One office may be the other in short. */
  | { readonly kind: 'shortOffice' }
  /** Some of those who are shown in both offices, and how many there are in all. */
  | { readonly kind: 'sameHolders'; readonly names: readonly string[]; readonly count: number }
  /** They are reported in the same years, or without a gap between them. */
  | { readonly kind: 'sameTime'; readonly from: PartialDate; readonly to: PartialDate }
  /** Offices for two places at one time. */
  | {
      readonly kind: 'twoPlaces'
      readonly places: readonly [string, string]
      readonly from: PartialDate
      readonly to: PartialDate
    }

/** One side of a suggestion: a name, what it is reported as, and the passages; of an office, who is shown in it. */
export interface IdentitySide {
  readonly name: string
  readonly articles: number
  readonly offices: readonly string[]
  /** The place for which these offices are, where the side is one of two of a name; else `null`. */
  readonly place: string | null
  readonly evidence: readonly IdentityEvidence[]
}

/** A suggestion: two names that may be of one person, or one name that may be of two. Nothing is done by itself. */
export interface IdentitySuggestion {
  readonly sides: readonly [IdentitySide, IdentitySide]
  readonly reasons: readonly IdentityReason[]
}

/** The suggestions there are now. */
export interface IdentitySuggestions {
  readonly same: readonly IdentitySuggestion[]
  readonly different: readonly IdentitySuggestion[]
  /** Two names of offices that may be one. */
  readonly offices: readonly IdentitySuggestion[]
}
