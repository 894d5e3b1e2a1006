import type { CategoryNode } from '../domain/archive'
import { decodeCategoryPath } from '../domain/category'
import type { CategoryTree } from './categoryTree'
import { canonicalPath } from './compileFilters'

interface NodeInMaking extends CategoryNode {
  readonly children: NodeInMaking[]
}

function sortNodes(nodes: NodeInMaking[]): void {
  nodes.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  for (const node of nodes) sortNodes(node.children)
}

function lastName(path: string): string {
  return decodeCategoryPath(path).at(-1) ?? ''
}

/**
 * The category facet as a tree: nodes that have articles, the most frequent first, and the chosen ones with what is
 * above them even without any. A chosen path that the archive does not have stands at the top.
 *
 * @param counts articles by node, children included
 * @param chosen encoded paths
 */
export function categoryNodes(
  tree: CategoryTree,
  counts: Uint32Array,
  chosen: readonly string[],
): readonly CategoryNode[] {
  const chosenPaths = new Set(chosen.map(canonicalPath))
  const isShown = new Uint8Array(tree.size)
  const roots: NodeInMaking[] = []
  for (const path of chosenPaths) {
    const known = tree.paths.numberOf(path)
    if (known === -1 && path !== '') {
      roots.push({ value: path, name: lastName(path), count: 0, isChosen: true, children: [] })
    }
    for (let node = known; node >= 0; node = tree.parentOf(node)) isShown[node] = 1
  }
  const made = new Map<number, NodeInMaking>()
  for (let node = 0; node < tree.size; node++) {
    const count = counts[node] ?? 0
    if (count === 0 && isShown[node] === 0) continue
    const value = tree.paths.nameOf(node)
    const one = { value, name: lastName(value), count, isChosen: chosenPaths.has(value), children: [] }
    made.set(node, one)
    const parent = made.get(tree.parentOf(node))
    if (parent === undefined) roots.push(one)
    else parent.children.push(one)
  }
  sortNodes(roots)
  return roots
}
