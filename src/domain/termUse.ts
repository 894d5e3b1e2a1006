import type { ResultRow } from './resultRow'
import type { PartialDate } from './article'
import type { TermKind } from './term'

/** What of the list of terms is wanted. */
export interface TermListQuery {
  /** Only terms that hold this, folded; all for an empty text. */
  readonly contains: string
  readonly kind: TermKind | null
  /** `frequency`: most articles first; `first`: the latest to appear first; `last`: those used last first. */
  readonly sort: 'frequency' | 'first' | 'last'
  readonly limit: number
}

/** A term (提法) as articles mark it: in quotation marks, or by its form. */
export interface TermRow {
  readonly term: string
  readonly kind: TermKind
  /** Articles that mark it; more may use it without marks. */
  readonly articles: number
  /** The earliest and the latest date of these. */
  readonly first: PartialDate | null
  readonly last: PartialDate | null
}

export interface TermList {
  readonly rows: readonly TermRow[]
  /** How many there are in all. */
  readonly total: number
}

/** How often a newspaper uses a term. */
export interface TermNewspaper {
  readonly name: string
  readonly articles: number
  /** All its articles that could have used it, in the years from its first to its last use. */
  readonly all: number
}

/**
 * The use of a term, or of any other string of characters, exactly as it is written. Digests are nobody's use of it, and
 * are left out of everything here.
 */
export interface TermUse {
  readonly term: string
  readonly kind: TermKind
  readonly articles: number
  /** Those of these that have no date. */
  readonly undated: number
  /** The first and the last article that uses it; of several of one day the first one of the archive. */
  readonly first: ResultRow | null
  readonly last: ResultRow | null
  /** The most frequent first. */
  readonly newspapers: readonly TermNewspaper[]
  /** People whom these articles name, the most frequent first. */
  readonly people: readonly { readonly name: string; readonly articles: number }[]
  /** Terms that hold this one, or that it holds. */
  readonly variants: readonly TermRow[]
}

export type TrendUnit = 'year' | 'month'

/** How often terms are used over time; periods without a gap, from the first use of any to the last. */
export interface TermTrends {
  readonly unit: TrendUnit
  readonly periods: readonly {
    /** A month (`2012-07`) or a year (`2012`). */
    readonly period: PartialDate
    /** All articles of the period that could have used a term. */
    readonly articles: number
  }[]
  readonly lines: readonly {
    readonly term: string
    /** Articles that use it, by period. */
    readonly counts: readonly number[]
  }[]
}

/** The most terms that are compared. */
export const MOST_COMPARED = 6

/** Articles with a term out of ten thousand of the same period. */
export function perTenThousand(count: number, articles: number): number {
  return articles === 0 ? 0 : (count / articles) * 10_000
}

/** Terms compared, as rows for a table: by period each term's articles and its rate, and all articles at the end. */
export function trendsTable(
  { periods, lines }: TermTrends,
  periodHead: string,
  articlesHead: string,
): readonly (readonly (string | number)[])[] {
  const head = [periodHead, ...lines.flatMap(({ term }) => [term, `${term} ‱`]), articlesHead]
  const rows = periods.map(({ period, articles }, place) => [
    period,
    ...lines.flatMap(({ counts }) => [
      counts[place]!,
      Number(perTenThousand(counts[place]!, articles).toFixed(2)),
    ]),
    articles,
  ])
  return [head, ...rows]
}

/** What the archive tells of terms. Everything fails with an ArchiveError. */
export interface TermCalls {
  terms(query: TermListQuery): Promise<TermList>
  termUse(term: string): Promise<TermUse>
  /**
   * @param terms at most {@link MOST_COMPARED}; more are left out
   * @param newspaper only its articles; of all for `null`
   */
  termTrends(terms: readonly string[], unit: TrendUnit, newspaper: string | null): Promise<TermTrends>
}
