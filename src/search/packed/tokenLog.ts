import { ChunkedUint32 } from './chunkedUint32'
import { type TokenSink } from './packedOptions'
import { PairTable } from './pairTable'
import { isCodePointPair, NO_PAIR_KEY, pairKey, pairTerm } from './termKey'

/** A link whose ranks do not fit into 16 bits each; they are kept apart. */
const LONG_LINK = 0xffffffff

/** The ranks of an occurrence: which of its first and which of its second character it is made of. */
export interface RankLink {
  readonly left: number
  readonly right: number
}

/**
 * All tokens of the documents of a segment that is being built, in order: the number of the term, and for a pair of
 * characters its rank link (`proofCodec.ts`). A field of a document is a slice of the log.
 */
export class TokenLog implements TokenSink {
  readonly terms = new ChunkedUint32()
  /** Left rank × 65,536 + right rank; 0 for tokens without ranks. */
  readonly links = new ChunkedUint32()
  /** The end of each field of each document, absent ones included, within the log. */
  readonly ends = new ChunkedUint32()
  private readonly longLinks = new Map<number, RankLink>()
  private readonly pairs = new PairTable(() => this.termCount++)
  private readonly words = new Map<string, number>()
  private termCount = 0
  private readonly counts = new Uint32Array(0x10000)
  private readonly counted: number[] = []
  private readonly rareCounts = new Map<number, number>()

  /** Number of different terms. */
  get size(): number {
    return this.termCount
  }

  run(text: string, start: number, end: number): void {
    if (start >= end) return
    let code = text.codePointAt(start)!
    let at = start + (code > 0xffff ? 2 : 1)
    let rank = this.nextRank(code)
    while (at < end) {
      const next = text.codePointAt(at)!
      const after = at + (next > 0xffff ? 2 : 1)
      const nextRank = this.nextRank(next)
      const term =
        code <= 0xffff && next <= 0xffff && next !== 0
          ? this.pairs.numberOf(code * 0x10000 + next)
          : this.termNumber(String.fromCodePoint(code, next))
      this.pushLinked(term, rank, nextRank)
      code = next
      rank = nextRank
      at = after
    }
    this.push(
      code <= 0xffff ? this.pairs.numberOf(code * 0x10000) : this.termNumber(String.fromCodePoint(code)),
    )
  }

  /** A word of two characters looks like a pair of a run, so it gets ranks too: of characters that adjoin nothing. */
  word(term: string): void {
    if (term === '') return
    const number = this.termNumber(term)
    if (isCodePointPair(term)) {
      const left = this.nextRank(term.codePointAt(0)!)
      this.pushLinked(number, left, this.nextRank(term.codePointAt(term.length - 1)!))
    } else {
      this.push(number)
    }
  }

  /** A term without ranks, for an index without proofs. */
  term(term: string): void {
    this.push(this.termNumber(term))
  }

  /** Ends a field of a document; ranks begin anew. */
  endField(): void {
    this.ends.push(this.terms.length)
    for (const code of this.counted) this.counts[code] = 0
    this.counted.length = 0
    this.rareCounts.clear()
  }

  /** The ranks of token `index`, whose link is not 0. */
  linkAt(index: number): RankLink {
    const link = this.links.get(index)
    return link === LONG_LINK ? this.longLinks.get(index)! : { left: link >>> 16, right: link & 0xffff }
  }

  /** Whether the link of token `index`, which is `link`, must be asked for with `linkAt`. */
  isLong(link: number): boolean {
    return link === LONG_LINK
  }

  /** All terms in file order, with their numbers. */
  sortedTerms(): { readonly terms: string[]; readonly numbers: Uint32Array } {
    const keys: number[] = []
    this.pairs.forEach((key) => keys.push(key))
    const sortedKeys = Uint32Array.from(keys).sort()
    const words = [...this.words.keys()].sort()
    const terms = [...Array.from(sortedKeys, pairTerm), ...words]
    const numbers = new Uint32Array(terms.length)
    sortedKeys.forEach((key, i) => (numbers[i] = this.pairs.numberOf(key)))
    words.forEach((word, i) => (numbers[sortedKeys.length + i] = this.words.get(word)!))
    return { terms, numbers }
  }

  private termNumber(term: string): number {
    const key = pairKey(term)
    if (key !== NO_PAIR_KEY) return this.pairs.numberOf(key)
    let number = this.words.get(term)
    if (number === undefined) this.words.set(term, (number = this.termCount++))
    return number
  }

  private nextRank(code: number): number {
    if (code > 0xffff) {
      const rank = (this.rareCounts.get(code) ?? 0) + 1
      this.rareCounts.set(code, rank)
      return rank
    }
    const rank = ++this.counts[code]!
    if (rank === 1) this.counted.push(code)
    return rank
  }

  private pushLinked(term: number, left: number, right: number): void {
    if (left < 0xffff && right < 0xffff) {
      this.links.push(left * 0x10000 + right)
    } else {
      this.longLinks.set(this.links.length, { left, right })
      this.links.push(LONG_LINK)
    }
    this.terms.push(term)
  }

  private push(term: number): void {
    this.terms.push(term)
    this.links.push(0)
  }
}
