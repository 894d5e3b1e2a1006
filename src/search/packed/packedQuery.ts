/**
 * A query of the fast path. `fields` names the fields that are looked at, by default all. Texts are taken as they
 * are: fold them as the tokenizer does.
 */
export type PackedQuery =
  /** Every document. */
  | { readonly kind: 'all' }
  /** Documents with a field that has exactly this run of characters within one of its runs. */
  | { readonly kind: 'run'; readonly run: string; readonly fields?: readonly string[] }
  /** Documents with this term, a word or a pair. */
  | { readonly kind: 'term'; readonly term: string; readonly fields?: readonly string[] }
  /** Documents with a term that begins so. */
  | { readonly kind: 'prefix'; readonly prefix: string; readonly fields?: readonly string[] }
  /** Documents with a term within `distance` edits (insert, delete, replace) of this one. */
  | {
      readonly kind: 'fuzzy'
      readonly term: string
      readonly distance: number
      readonly fields?: readonly string[]
    }
  /** Documents that all queries find; those of no query are all. */
  | { readonly kind: 'and'; readonly queries: readonly PackedQuery[] }
  /** Documents that at least one query finds; those of no query are none. */
  | { readonly kind: 'or'; readonly queries: readonly PackedQuery[] }
  /** Documents that the query does not find. They score nothing for it. */
  | { readonly kind: 'not'; readonly query: PackedQuery }
  /**
   * Documents with a paragraph of one field that has both texts, in either order, not overlapping, and at most
   * `distance` characters (code points) between them. Needs `paragraphs` in the options.
   */
  | {
      readonly kind: 'near'
      readonly left: PackedQuery & { readonly kind: 'run' | 'term' }
      readonly right: PackedQuery & { readonly kind: 'run' | 'term' }
      readonly distance: number
      readonly fields?: readonly string[]
    }

/** Which documents a filter lets through, by their values in a column. */
export interface ColumnFilter {
  readonly column: string
  /** Whether a value passes; undefined stands for having none. Asked once per different value. */
  readonly accepts: (value: number | undefined) => boolean
  /**
   * `any`, the default: one accepted value is enough, and the column's own facet is counted as if the filter were
   * not there. `every`: the filter also holds for the column's own facet, so that a count is what one more filter
   * would leave.
   */
  readonly mode?: 'any' | 'every'
}

/** How a fast query is to be answered. */
export interface PackedQueryOptions {
  /** Number of hits wanted, by default 20, after leaving out the first `skip`. */
  readonly top?: number
  readonly skip?: number
  /** Per field, by default 1. */
  readonly boost?: Readonly<Record<string, number>>
  readonly bm25?: { readonly k: number; readonly b: number; readonly d: number }
  /** By default the score. By a `single` column: documents without a value come last; equals in order of adding. */
  readonly sort?: { readonly column: string; readonly descending: boolean }
  /** All must let a document through. */
  readonly filters?: readonly ColumnFilter[]
  /** Columns whose values are to be counted over the hits. */
  readonly facets?: readonly string[]
  /** The paragraphs of a document's field, folded; only `near` asks. */
  readonly paragraphs?: (id: unknown, field: string) => readonly string[]
}

/** The answer to a fast query. */
export interface PackedAnswer {
  /** The exact number of documents found, filters applied. */
  readonly total: number
  /** The best ones; equal scores in order of adding. All three arrays are of one length. */
  readonly ids: readonly unknown[]
  readonly ordinals: readonly number[]
  /** As `search` would have them; 0 if sorted by a column. */
  readonly scores: readonly number[]
  /** By column, as asked for. */
  readonly facets: Readonly<Record<string, FacetCounts>>
}

/** How many hits have which value. A document with several values counts for each, but once for all. */
export interface FacetCounts {
  /** Number of hits with the value. */
  readonly count: (value: number) => number
  /** Number of hits without any value. */
  readonly without: number
  /** The values that occur with their counts, most frequent first, equals by value; at most `limit`. */
  readonly top: (limit?: number) => readonly (readonly [value: number, count: number])[]
}
