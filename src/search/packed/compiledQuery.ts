import type { QueryTerm } from './queryTerm'

/** A derived term of a prefix or fuzzy query, and how much it weighs. */
export interface WeightedTerm {
  readonly term: QueryTerm
  readonly weight: number
}

/** A leaf that holds where at least one of its terms is. */
export interface TermsNode {
  readonly kind: 'terms'
  readonly terms: readonly WeightedTerm[]
  /** The bit of the term that was asked for. */
  readonly bits: readonly number[]
  readonly fields: readonly number[]
}

/** A leaf that holds where the pairs stand as a run. */
export interface RunNode {
  readonly kind: 'run'
  readonly run: string
  /** The overlapping pairs in order, repeated ones too. */
  readonly pairs: readonly QueryTerm[]
  readonly bits: readonly number[]
  readonly fields: readonly number[]
}

export type LeafNode = TermsNode | RunNode

/** A query whose terms are looked up. Every distinct term that was asked for has a bit, from 0. */
export type CompiledNode =
  | LeafNode
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly children: readonly CompiledNode[] }
  | { readonly kind: 'not'; readonly child: CompiledNode }
  | {
      readonly kind: 'near'
      readonly left: LeafNode
      readonly right: LeafNode
      readonly leftText: string
      readonly rightText: string
      readonly distance: number
      readonly fields: readonly number[]
    }
