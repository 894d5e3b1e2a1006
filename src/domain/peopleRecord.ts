import type { NameKind, PartialDate } from './article'
import type { Tenure } from './tenure'

/** Which names of the archive are listed. */
export interface PeopleQuestion {
  /** `certain`: names that some article has for certain; `possible`: those that none has (待核人名). */
  readonly sureness: 'certain' | 'possible'
  /** Names that hold this, folded; a word in pinyin finds names that are read so. All for an empty text. */
  readonly contains: string
  /** Names of people who are in an office whose name holds this, folded. All for an empty text. */
  readonly office: string
  /** The most frequent first, or by pinyin. */
  readonly sort: 'frequency' | 'name'
  readonly offset: number
  readonly limit: number
}

/** A name in the list of names. */
export interface PersonRow {
  readonly name: string
  readonly articles: number
  /** The office in which most articles show them, or `null`. */
  readonly office: string | null
  /** The earliest and the latest date of its articles. */
  readonly first: PartialDate | null
  readonly last: PartialDate | null
}

export interface PeopleList {
  readonly rows: readonly PersonRow[]
  /** How many there are in all. */
  readonly total: number
  /** How many there would be of the other sureness. */
  readonly others: number
}

/** An office in the list of offices, under the name of `officeKey`. */
export interface OfficeRow {
  readonly office: string
  /** Articles that show somebody in it. */
  readonly articles: number
  /** Names whom they show in it. */
  readonly holders: number
}

export interface OfficeList {
  readonly rows: readonly OfficeRow[]
  readonly total: number
}

/** Words and in how many articles they stand. */
export interface Counted {
  readonly name: string
  readonly articles: number
}

/** A person in an office, under the name of `officeKey`. */
export interface PersonOffice {
  readonly office: string
  /** Whether it was only stood in for (代). */
  readonly isActing: boolean
  /** As articles write it, the most frequent first. */
  readonly forms: readonly Counted[]
  readonly tenure: Tenure
  /** Articles that show the person in it, those without a date too. */
  readonly articles: number
}

/** What the archive tells of a name. */
export interface PersonRecord {
  readonly name: string
  readonly kind: NameKind
  readonly articles: number
  /** Articles that name them for certain. */
  readonly certain: number
  readonly undated: number
  readonly first: PartialDate | null
  readonly last: PartialDate | null
  /** Articles by year, from the first to the last without a gap. */
  readonly years: readonly { readonly year: number; readonly articles: number }[]
  /** Those held first, by the earliest report; then those that are only told of. */
  readonly offices: readonly PersonOffice[]
  readonly collectives: readonly Counted[]
  readonly honours: readonly Counted[]
  /** Names in the same articles, the most frequent first, at most {@link MOST_COMPANIONS}. */
  readonly companions: readonly Counted[]
  /** How many such names there are in all. */
  readonly companionCount: number
  /** Other people of the same name who are known apart: 徐明~2. */
  readonly namesakes: readonly string[]
}

/** Names in the same articles that are listed. */
export const MOST_COMPANIONS = 500

/** Somebody in an office. */
export interface OfficeHolder {
  readonly name: string
  readonly isActing: boolean
  readonly tenure: Tenure
  /** Articles that show them in it, those without a date too. */
  readonly articles: number
  /** Other offices that the same articles give them (兼), the most frequent first, at most three. */
  readonly alongside: readonly string[]
}

/** What the archive tells of an office. */
export interface OfficeRecord {
  /** Under the name of `officeKey`. */
  readonly office: string
  /** As articles write it, the most frequent first. */
  readonly forms: readonly Counted[]
  /** In the order of the first report in office, the undated last. */
  readonly holders: readonly OfficeHolder[]
  /** Those of whom no article shows that they hold it: it is told of the past, to come, or a list has it. */
  readonly others: readonly OfficeHolder[]
  readonly articles: number
}
