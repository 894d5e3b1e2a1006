import type { TextRange } from './textRange'

/** The parts of an article that a term of a query can be bound to. */
export const QUERY_FIELDS = ['title', 'person', 'office', 'category', 'newspaper', 'page', 'text'] as const
export type QueryField = (typeof QUERY_FIELDS)[number]

/** One thing that a query looks for. */
export interface QueryTerm {
  readonly text: string
  /**
   * `phrase` was written in quotation marks and is taken literally; `prefix` and `fuzzy` (`keji*`, `app~`) are words
   * of Latin letters without their sign.
   */
  readonly kind: 'run' | 'phrase' | 'prefix' | 'fuzzy'
  /** Where alone it is looked for; `null` is everywhere. */
  readonly field: QueryField | null
}

/** A query as it is read aloud: its terms and operators in order, with the parentheses that it needs. */
export type QueryPart =
  | { readonly kind: 'term'; readonly term: QueryTerm }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  | { readonly kind: 'near'; readonly distance: number }

/** What was odd in a query. All but the first three made it be searched literally, its operators as words. */
export type QueryRemarkCode =
  /** The phrase goes on to the end. */
  | 'unclosed-quote'
  /** There are no words in it; everything is listed. */
  | 'nothing-to-search'
  /** `*` or `~` behind something that is no word of Latin letters: it is ignored. */
  | 'latin-only'
  | 'operator-without-term'
  | 'field-without-term'
  | 'parenthesis-unclosed'
  | 'parenthesis-unopened'
  | 'parentheses-empty'
  | 'near-without-distance'
  | 'near-not-terms'
  | 'near-two-fields'
  | 'too-deep'

/** A remark about how a query was read; the interface words it. */
export interface QueryRemark {
  readonly code: QueryRemarkCode
  /** The odd place in what was written, in UTF-16 units. */
  readonly at: TextRange
  /** What stands there. */
  readonly text: string
}

/** Something that was searched beside what was written. */
export interface QueryLoosening {
  readonly kind: 'pinyin'
  /** The term as it was written. */
  readonly term: string
  /** The names of people, authors and newspapers that it was read as. */
  readonly names: readonly string[]
  /** The whole query written so that this is not done. */
  readonly removal: string
}

/** Something that was not searched, but that there is. */
export interface QueryOffer {
  readonly kind: 'punctuation'
  /** The term that also stands there with other punctuation. */
  readonly term: string
  /** How many more articles there would be under the same filters. */
  readonly count: number
  /** The whole query that finds them too. */
  readonly q: string
}

/** How a query was understood. */
export interface QueryReading {
  /** What is looked for; what is excluded is not among it. */
  readonly terms: readonly QueryTerm[]
  readonly parts: readonly QueryPart[]
  readonly remarks: readonly QueryRemark[]
  readonly loosenings: readonly QueryLoosening[]
}
