import type { Medium, PartialDate, TextKind } from './article'
import type { TextRange } from './textRange'

/** A stretch of an article around its hits. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly TextRange[]
  readonly isCutAtStart: boolean
  readonly isCutAtEnd: boolean
}

/** One article in a list of results. */
export interface ResultRow {
  readonly id: string
  readonly title: string
  readonly titleMarks: readonly TextRange[]
  readonly newspaper: string | null
  readonly date: PartialDate | null
  readonly page: string | null
  readonly category: readonly string[]
  readonly medium: Medium | null
  readonly textKind: TextKind
  readonly snippet: Snippet
  /** The first few names, people of the query first. */
  readonly people: readonly string[]
  readonly peopleCount: number
}
