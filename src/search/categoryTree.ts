import { encodeCategoryPath } from '../domain/category'
import { Dictionary } from './dictionary'

/**
 * The categories of the archive as a tree. A node is a number; its path in encoded form is its name in the dictionary,
 * and a parent has a smaller number than its children.
 */
export class CategoryTree {
  readonly paths: Dictionary
  readonly #parents: number[] = []

  /** @param paths encoded paths in the order of their numbers, parents before children */
  constructor(paths: readonly string[] = []) {
    this.paths = new Dictionary(paths)
    for (const path of paths) this.#describe(path)
  }

  get size(): number {
    return this.#parents.length
  }

  /** The parent of a node, or −1 for a root. */
  parentOf(node: number): number {
    return this.#parents[node] ?? -1
  }

  /** The node of a path, widest name first, made with all above it if it is new; −1 for the empty path. */
  intern(names: readonly string[]): number {
    let node = -1
    for (let depth = 1; depth <= names.length; depth++) {
      const path = encodeCategoryPath(names.slice(0, depth))
      node = this.paths.intern(path)
      if (node === this.size) this.#describe(path)
    }
    return node
  }

  #describe(path: string): void {
    const slash = path.lastIndexOf('/')
    this.#parents.push(slash === -1 ? -1 : this.paths.numberOf(path.slice(0, slash)))
  }
}
