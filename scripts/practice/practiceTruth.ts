import type { NameKind } from '../../src/domain/article'

/** A person of the county. The id is the name, with `~2` and so on where several have it. */
export interface PracticePerson {
  readonly id: string
  readonly name: string
  /** Other full forms under which the paper knows the person. */
  readonly aliases?: readonly string[]
  readonly form?: 'foreign'
  readonly note?: string
}

/** What the paper is: its names, days and home over time, the issues that are lost, and the places it tells of. */
export interface PracticePaper {
  readonly names: readonly { readonly name: string; readonly from: string }[]
  readonly home: readonly { readonly place: string; readonly from: string }[]
  /** Days of the week on which it appears, 0 for Sunday. */
  readonly rhythm: readonly { readonly weekdays: readonly number[]; readonly from: string }[]
  readonly missing: readonly { readonly day: string; readonly why: string }[]
  /** Places that an office may begin with. */
  readonly places: readonly string[]
  readonly province: string
  /** Whose 市长 a bare 市长 is before the county is a city itself. */
  readonly prefecture: string
}

/** A term of office that the paper tells of. A null end is one that it does not tell. */
export interface PracticeTerm {
  readonly office: string
  readonly names: readonly string[]
  readonly jurisdiction: string
  readonly holder: string
  readonly from: string | null
  readonly to: string | null
  /** Ids of the articles that report the beginning and the end. */
  readonly fromEvidence: string | null
  readonly toEvidence: string | null
  readonly acting?: boolean
  /** Why the term ended where it was not by removal: the office went, or the acting holder was elected. */
  readonly end?: 'abolished' | 'elected'
  /** The article that reports a new appointment to the same office, which is no beginning. */
  readonly reappointed?: string
}

/** An article as it was written, with marks in kicker, title, subtitle and paragraphs. */
export interface PracticeSource {
  readonly id: string
  readonly date: string
  readonly page: string
  readonly title: string
  readonly kicker?: string
  readonly subtitle?: string
  readonly pageTitle?: string
  readonly column?: string
  readonly authors?: readonly string[]
  readonly category?: readonly string[]
  readonly paragraphs: readonly string[]
  /** What makes the article hard, for whoever reads the figures. */
  readonly note?: string
}

/** Where a mark stands: a headline or the number of a paragraph. */
export type PracticePlace = 'kicker' | 'title' | 'subtitle' | number

interface Span {
  readonly place: PracticePlace
  readonly start: number
  readonly end: number
  readonly words: string
}

export interface PracticeMention extends Span {
  readonly person: string
  readonly kind: NameKind
}

export interface PracticeOffice extends Span {
  readonly person: string
  readonly kind: 'stated' | 'joined' | 'listed' | 'collective'
  readonly event: 'appointed' | 'removed' | null
  /** The day of the event, null where there is none. */
  readonly day: string | null
  readonly tense: 'current' | 'retrospective'
  readonly qualifiers: readonly string[]
  readonly jurisdiction: string | null
}

export interface PracticeHonour extends Span {
  readonly person: string
}

export interface PracticeTermUse extends Span {
  /** The usual form of the words. */
  readonly term: string
}

/** An article with its bare texts and everything that is true of it. */
export interface PracticeArticle {
  readonly source: PracticeSource
  readonly file: string
  readonly newspaper: string
  readonly texts: readonly { readonly place: PracticePlace; readonly text: string }[]
  readonly mentions: readonly PracticeMention[]
  readonly notNames: readonly Span[]
  readonly offices: readonly PracticeOffice[]
  readonly honours: readonly PracticeHonour[]
  readonly terms: readonly PracticeTermUse[]
}

/** The whole set. */
export interface Practice {
  readonly paper: PracticePaper
  readonly people: readonly PracticePerson[]
  readonly offices: readonly PracticeTerm[]
  readonly articles: readonly PracticeArticle[]
}

/** The value that holds on a day; null before the first. */
export function valueOn<Value extends { readonly from: string }>(
  values: readonly Value[],
  day: string,
): Value | null {
  return values.findLast((value) => value.from <= day) ?? null
}
