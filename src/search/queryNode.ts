import type { QueryTerm } from '../domain/queryReading'
import type { TextRange } from '../domain/textRange'

/** A term with where it stands in the query, its field, sign and quotation marks included. */
export interface TermNode {
  readonly kind: 'term'
  readonly term: QueryTerm
  readonly at: TextRange
}

/**
 * What a query says, as a tree. Every node says of an article whether it matches; whoever walks the tree handles each
 * kind, so that a new kind is a compile error where it is forgotten.
 */
export type QueryNode =
  | TermNode
  /** All of them must match; without any, everything matches. */
  | { readonly kind: 'all'; readonly nodes: readonly QueryNode[] }
  /** At least one of them must match. */
  | { readonly kind: 'any'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  /** Both in one field and paragraph, in either order, at most `distance` characters between them. */
  | { readonly kind: 'near'; readonly left: TermNode; readonly right: TermNode; readonly distance: number }
