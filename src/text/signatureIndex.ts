import { SIGNATURE_WORDS } from './textSignature'

/** Texts that share a word with more others than this are told apart by their other words. */
const MOST_VISITED = 4096

/** A text whose signature agrees with another in so many words. */
export interface SimilarText {
  /** What it was entered under. */
  readonly key: number
  readonly words: number
}

/**
 * Finds the signatures that have words in common with another. About 200 bytes for each; to be let go when nobody asks
 * any more. Entries cannot be taken out: what is found has to be looked at anyway.
 */
export class SignatureIndex {
  #size = 0
  #keys = new Float64Array(1024)
  #words = new Uint32Array(1024 * SIGNATURE_WORDS)
  /** The next entry with the same slot, one by one; −1 at the end. */
  #next = new Int32Array(1024 * SIGNATURE_WORDS)
  #slots = new Int32Array(2048 * SIGNATURE_WORDS).fill(-1)
  #counts = new Uint8Array(1024)

  /** How many texts were entered. */
  get size(): number {
    return this.#size
  }

  /** Enters a text; one without shingles is like no other, and left out. */
  add(key: number, signature: Uint32Array): void {
    if (signature.every((word) => word === 0)) return
    if (this.#size === this.#keys.length) this.#grow()
    const text = this.#size++
    this.#keys[text] = key
    this.#words.set(signature, text * SIGNATURE_WORDS)
    for (let word = 0; word < SIGNATURE_WORDS; word++) this.#link(text * SIGNATURE_WORDS + word)
  }

  /** The texts, at most `limit`, that agree in at least so many words: those with most of them first. */
  similar(signature: Uint32Array, atLeast: number, limit: number): readonly SimilarText[] {
    const touched: number[] = []
    for (let word = 0; word < SIGNATURE_WORDS; word++) {
      const wanted = signature[word]!
      let entry = this.#slots[this.#slotOf(wanted, word)]!
      for (let visited = 0; entry >= 0 && visited < MOST_VISITED; visited++) {
        if (this.#words[entry] === wanted && entry % SIGNATURE_WORDS === word) {
          const text = Math.floor(entry / SIGNATURE_WORDS)
          if (this.#counts[text] === 0) touched.push(text)
          this.#counts[text]! += 1
        }
        entry = this.#next[entry]!
      }
    }
    const found: SimilarText[] = []
    for (const text of touched) {
      const words = this.#counts[text]!
      this.#counts[text] = 0
      if (words >= atLeast) found.push({ key: this.#keys[text]!, words })
    }
    return found.sort((one, other) => other.words - one.words || one.key - other.key).slice(0, limit)
  }

  #slotOf(bits: number, word: number): number {
    return (Math.imul(bits ^ word, 0x9e3779b1) >>> 4) & (this.#slots.length - 1)
  }

  #link(entry: number): void {
    const slot = this.#slotOf(this.#words[entry]!, entry % SIGNATURE_WORDS)
    this.#next[entry] = this.#slots[slot]!
    this.#slots[slot] = entry
  }

  #grow(): void {
    const room = this.#keys.length * 2
    const [keys, words] = [this.#keys, this.#words]
    this.#keys = new Float64Array(room)
    this.#keys.set(keys)
    this.#words = new Uint32Array(room * SIGNATURE_WORDS)
    this.#words.set(words)
    this.#counts = new Uint8Array(room)
    this.#next = new Int32Array(room * SIGNATURE_WORDS)
    this.#slots = new Int32Array(2 * room * SIGNATURE_WORDS).fill(-1)
    for (let entry = 0; entry < this.#size * SIGNATURE_WORDS; entry++) this.#link(entry)
  }
}
