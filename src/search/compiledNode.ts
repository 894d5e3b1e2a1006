import type { PackedQuery } from './packed/packedQuery'

/** Whether the article of an ordinal matches. */
export type OrdinalCheck = (ordinal: number) => boolean

/** A query as it is asked of the index, of the columns and, for what these cannot tell, of the texts. */
export type CompiledNode =
  /** What the index finds, of it only what passes the check; without a check the index is right by itself. */
  | { readonly kind: 'term'; readonly packed: PackedQuery; readonly check: OrdinalCheck | null }
  /** What the columns tell. */
  | { readonly kind: 'values'; readonly check: OrdinalCheck }
  /** Known articles, as rising ordinals. */
  | { readonly kind: 'articles'; readonly ordinals: Int32Array }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly CompiledNode[] }
  | { readonly kind: 'not'; readonly node: CompiledNode }

export const EVERYTHING: PackedQuery = { kind: 'all' }

/** A query of the index that finds every match of a node, and perhaps more. */
export function packedOf(node: CompiledNode): PackedQuery {
  switch (node.kind) {
    case 'term':
      return node.packed
    case 'values':
    case 'articles':
      return EVERYTHING
    case 'not':
      return isExact(node.node) ? { kind: 'not', query: packedOf(node.node) } : EVERYTHING
    case 'all': {
      const queries = node.nodes.map(packedOf).filter((query) => query.kind !== 'all')
      return queries.length === 0 ? EVERYTHING : queries.length === 1 ? queries[0]! : { kind: 'and', queries }
    }
    case 'any': {
      const queries = node.nodes.map(packedOf)
      return queries.some((query) => query.kind === 'all') ? EVERYTHING : { kind: 'or', queries }
    }
  }
}

/** Whether {@link packedOf} finds nothing but matches. */
export function isExact(node: CompiledNode): boolean {
  switch (node.kind) {
    case 'term':
      return node.check === null
    case 'values':
    case 'articles':
      return false
    case 'not':
      return isExact(node.node)
    case 'all':
    case 'any':
      return node.nodes.every(isExact)
  }
}
