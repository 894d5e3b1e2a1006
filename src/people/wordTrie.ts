const EMPTY = 0
const MIX = 0x9e3779b1

function hashOf(node: number, unit: number): number {
  const mixed = Math.imul(node * 0x10001 + unit, MIX)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/**
 * Words with a number each, to be looked up step by step, by UTF-16 units. Steps are kept in one open table of typed
 * arrays, so that reading a text makes no strings.
 */
export class WordTrie {
  #mask = 1023
  #nodes = new Int32Array(1024)
  #units = new Uint16Array(1024)
  #targets = new Int32Array(1024)
  #values = new Float64Array(1024).fill(Number.NaN)
  #count = 1

  /** The node behind a unit, or 0 where no word goes on so. The first step is taken from node 1. */
  step(node: number, unit: number): number {
    let at = hashOf(node, unit) & this.#mask
    for (;;) {
      const found = this.#nodes[at]!
      if (found === EMPTY) return 0
      if (found === node && this.#units[at] === unit) return this.#targets[at]!
      at = (at + 1) & this.#mask
    }
  }

  /** The number of the word that ends at a node; NaN where none does. */
  valueAt(node: number): number {
    return this.#values[node]!
  }

  /** The number of a word, or `undefined`. */
  get(word: string): number | undefined {
    let node = 1
    for (let at = 0; at < word.length && node !== 0; at += 1) node = this.step(node, word.charCodeAt(at))
    const value = node === 0 ? Number.NaN : this.#values[node]!
    return Number.isNaN(value) ? undefined : value
  }

  set(word: string, value: number): void {
    let node = 1
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at)
      node = this.step(node, unit) || this.#addStep(node, unit)
    }
    this.#values[node] = value
  }

  #addStep(node: number, unit: number): number {
    if (this.#count * 2 > this.#mask) this.#grow()
    this.#count += 1
    if (this.#count >= this.#values.length) {
      const values = new Float64Array(this.#values.length * 2).fill(Number.NaN)
      values.set(this.#values)
      this.#values = values
    }
    this.#place(node, unit, this.#count)
    return this.#count
  }

  #place(node: number, unit: number, target: number): void {
    let at = hashOf(node, unit) & this.#mask
    while (this.#nodes[at] !== EMPTY) at = (at + 1) & this.#mask
    this.#nodes[at] = node
    this.#units[at] = unit
    this.#targets[at] = target
  }

  #grow(): void {
    const [nodes, units, targets] = [this.#nodes, this.#units, this.#targets]
    const size = (this.#mask + 1) * 2
    this.#mask = size - 1
    this.#nodes = new Int32Array(size)
    this.#units = new Uint16Array(size)
    this.#targets = new Int32Array(size)
    for (const [at, node] of nodes.entries()) {
      if (node !== EMPTY) this.#place(node, units[at]!, targets[at]!)
    }
  }
}
