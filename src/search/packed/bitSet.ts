/** A set of the integers 0 … size − 1, one bit each. */
export class BitSet {
  readonly size: number
  readonly words: Uint32Array

  constructor(size: number, words: Uint32Array = new Uint32Array((size + 31) >>> 5)) {
    this.size = size
    this.words = words
  }

  has(member: number): boolean {
    return (this.words[member >>> 5]! & (1 << (member & 31))) !== 0
  }

  /** Adds a member and says whether it was new. */
  add(member: number): boolean {
    const bit = 1 << (member & 31)
    const word = this.words[member >>> 5]!
    if ((word & bit) !== 0) return false
    this.words[member >>> 5] = word | bit
    return true
  }

  /** Number of members. */
  count(): number {
    let count = 0
    for (const word of this.words) count += bitCount(word)
    return count
  }

  /** The members, rising. */
  toArray(): Int32Array {
    const members = new Int32Array(this.count())
    let at = 0
    for (let i = 0; i < this.words.length; i++) {
      for (let word = this.words[i]!; word !== 0; word &= word - 1) {
        members[at++] = i * 32 + 31 - Math.clz32(word & -word)
      }
    }
    return members
  }
}

function bitCount(word: number): number {
  word -= (word >>> 1) & 0x55555555
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
