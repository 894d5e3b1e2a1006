import { isExact, packedOf, type CompiledNode } from './compiledNode'
import type { FoundDocuments } from './packed/foundDocuments'
import type { PackedQuery } from './packed/packedQuery'
import { intersectDocuments, subtractDocuments, uniteDocuments } from './packed/sortedDocuments'

const NONE = new Int32Array(0)

/** What a query is matched over. */
export interface MatchGround {
  readonly find: (query: PackedQuery) => FoundDocuments
  /** The ordinals of all live articles, rising. */
  readonly everything: () => Int32Array
}

/** The articles that match, and where all of them come from one query of the index, what that found. */
export interface Matches {
  /** Live ordinals, rising. */
  readonly ordinals: Int32Array
  readonly found: FoundDocuments | null
}

/**
 * The articles that match a node: the index is asked once for as much of it as it can tell, and of what it gives only
 * the rest is checked in columns and texts.
 */
export function matchQuery(root: CompiledNode, ground: MatchGround): Matches {
  const packed = packedOf(root)
  if (packed.kind === 'all') return { ordinals: match(root, ground.everything(), ground), found: null }
  const found = ground.find(packed)
  const ordinals = isExact(root) ? found.ordinals : narrow(root, found.ordinals, ground)
  return { ordinals, found }
}

/** Of articles that {@link packedOf} finds for a node those that match it. */
function narrow(node: CompiledNode, within: Int32Array, ground: MatchGround): Int32Array {
  if (isExact(node)) return within
  if (node.kind === 'term') return within.filter(node.check!)
  if (node.kind === 'all') {
    const ordered = [...node.nodes].sort((a, b) => costOf(a) - costOf(b))
    return ordered.reduce((left, one) => narrow(one, left, ground), within)
  }
  return match(node, within, ground)
}

/** Of any articles those that match a node. */
function match(node: CompiledNode, within: Int32Array, ground: MatchGround): Int32Array {
  if (within.length === 0) return NONE
  switch (node.kind) {
    case 'values':
      return within.filter(node.check)
    case 'articles':
      return intersectDocuments(within, node.ordinals)
    case 'not':
      return subtractDocuments(within, match(node.node, within, ground))
    case 'any':
      return node.nodes.map((one) => match(one, within, ground)).reduce(uniteDocuments, NONE)
    case 'term':
    case 'all': {
      const packed = packedOf(node)
      const left = packed.kind === 'all' ? within : intersectDocuments(within, ground.find(packed).ordinals)
      return narrow(node, left, ground)
    }
  }
}

/** What is cheap is asked first: known articles and columns before texts. */
function costOf(node: CompiledNode): number {
  switch (node.kind) {
    case 'articles':
      return 0
    case 'values':
      return 1
    case 'not':
      return costOf(node.node)
    case 'term':
      return 2
    case 'all':
    case 'any':
      return 3
  }
}
