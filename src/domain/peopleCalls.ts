import type { PartialDate, TextKind } from './article'
import type { CitationStyle } from './citation/citationStyle'
import type {
  Counted,
  OfficeList,
  OfficeRecord,
  PeopleList,
  PeopleQuestion,
  PersonRecord,
} from './peopleRecord'
import type { TextRange } from './textRange'

/** Which reports of a person, of an office, or of a person in an office are wanted. */
export interface ReportQuestion {
  /** A name of the archive; `null` for anybody in the office. */
  readonly person: string | null
  /** An office under its name of `officeKey`, a collective word or an honour; `null` for all that names the person. */
  readonly office: string | null
  /** What the reports say; `named`: that they name the person at all. */
  readonly says: 'held' | 'appointed' | 'removed' | 'apart' | 'named'
  /** Whether they say it of somebody who stands in (代); `null` for both. */
  readonly isActing: boolean | null
  /** Only of these days; `null` for all, the undated too. */
  readonly days: readonly number[] | null
  readonly offset: number
  readonly limit: number
}

/** What the words are taken from, and how it is cited. */
export interface ReportStyle {
  readonly citation: CitationStyle
  /** The day of access, `YYYY-MM-DD`, for styles that give it; or an empty text. */
  readonly accessedOn: string
}

/** A sentence of an article, or its title, with what is marked in it. */
export interface ReportSentence {
  /** The number of the paragraph; −1 is the title. */
  readonly paragraph: number
  readonly text: string
  readonly marks: readonly TextRange[]
}

/** An article that reports something of a person or an office, with the sentences that do. */
export interface ReportWithSentences {
  readonly articleId: string
  readonly title: string
  readonly newspaper: string | null
  readonly date: PartialDate | null
  readonly page: string | null
  readonly textKind: TextKind
  readonly sentences: readonly ReportSentence[]
  readonly citation: string
}

export interface ReportList {
  /** The earliest first, the undated last. */
  readonly reports: readonly ReportWithSentences[]
  /** How many there are in all. */
  readonly total: number
}

/** What the archive tells of names, people and offices. Everything fails with an ArchiveError. */
export interface PeopleCalls {
  people(question: PeopleQuestion): Promise<PeopleList>
  /** Offices whose name holds `contains` (folded), the most frequent first, at most `limit`. */
  offices(contains: string, limit: number): Promise<OfficeList>
  /** `null` when no article names them. */
  person(name: string): Promise<PersonRecord | null>
  /** An office by any of its forms; `null` when no article names it. */
  office(office: string): Promise<OfficeRecord | null>
  /** The articles that report something, with their sentences. None where nothing does. */
  officeReports(question: ReportQuestion, style: ReportStyle): Promise<ReportList>
  /** How articles write a name: 徐明, 徐书记; the most frequent first. At most the first few hundred are read. */
  nameForms(name: string): Promise<readonly Counted[]>
}
