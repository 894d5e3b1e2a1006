import { hashText } from '../domain/hashText'

/** Numbers of 32 bits in an entry: two of the id's hash, two of the content's. */
const WIDTH = 4

/**
 * Remembers of every article 64 bits of its id and 64 of its content: 16 bytes, where a map of texts would take more
 * than a hundred. A table with open addressing, at most half full. The chance that a million articles hold two ids that
 * are taken for one is about 3 in 10⁸.
 */
export class ArticleLedger {
  #capacity = 1024
  #size = 0
  #table = new Uint32Array(this.#capacity * WIDTH)

  /** Enters an article; says whether its id is `new`, was there with the `same` content or with `other`, which then stays. */
  enter(id: string, content: string): 'new' | 'same' | 'other' {
    const [idHigh, idLow] = hashText(id, 4)
    const [contentHigh, contentLow] = hashText(content, 5)
    if (this.#size * 2 >= this.#capacity) this.#grow()
    // A first number of 0 marks a free place.
    const entry = [idHigh === 0 ? 1 : idHigh, idLow, contentHigh, contentLow]
    const at = this.#placeOf(entry[0]!, idLow)
    if (this.#table[at] !== 0) {
      return this.#table[at + 2] === contentHigh && this.#table[at + 3] === contentLow ? 'same' : 'other'
    }
    this.#table.set(entry, at)
    this.#size += 1
    return 'new'
  }

  #placeOf(idHigh: number, idLow: number): number {
    let slot = idLow % this.#capacity
    for (;;) {
      const at = slot * WIDTH
      if (this.#table[at] === 0 || (this.#table[at] === idHigh && this.#table[at + 1] === idLow)) return at
      slot = (slot + 1) % this.#capacity
    }
  }

  #grow(): void {
    const former = this.#table
    this.#capacity *= 2
    this.#table = new Uint32Array(this.#capacity * WIDTH)
    for (let at = 0; at < former.length; at += WIDTH) {
      if (former[at] !== 0)
        this.#table.set(former.subarray(at, at + WIDTH), this.#placeOf(former[at]!, former[at + 1]!))
    }
  }
}
