import { type TokenSink } from './packedOptions'
import { isCodePointPair, NO_PAIR_KEY, pairKey } from './termKey'

/** A link for ranks that do not fit into 16 bits each: they are in `longLinks`. */
export const LONG_LINK = -1
/** A link that says that the term has no pair key: in the place of the key is its number. */
export const OTHER = -2
/** The same for a term with ranks, which are in `longLinks`. */
const OTHER_LONG_LINK = -3
/** Special links are from here on up to −1: no left rank in a link reaches 65,535. */
export const FIRST_SPECIAL_LINK = -0x10000

const CHUNK_BITS = 18
const CHUNK = 1 << CHUNK_BITS

/** The ranks of an occurrence: which of its first and which of its second character it is made of. */
export interface RankLink {
  readonly left: number
  readonly right: number
}

/**
 * Gets tokens of one slice of a log that lie side by side, from the number `token` on. `tokens[at]` is the pair key of
 * a term, `tokens[at + 1]` the link: left rank × 65,536 + right rank, 0 without ranks, or a special one; `at` goes from
 * `start` in steps of two to `end`.
 */
export type TokenVisitor = (
  slice: number,
  tokens: Int32Array,
  start: number,
  end: number,
  token: number,
) => void

/**
 * All tokens of the documents of a segment that is being built, in order: the term, and for a pair of characters its
 * rank link (`proofCodec.ts`). A field of a document is a slice of the log. Eight bytes a token, in pieces, so that
 * growing copies nothing.
 */
export class TokenLog implements TokenSink {
  /** By slice, where its tokens end. */
  private ends = new Uint32Array(1024)
  private slices = 0
  /** Key and link side by side. Both are 32 bits, taken as signed: that is what an engine computes with. */
  private readonly chunks: Int32Array[] = []
  private chunk = new Int32Array(0)
  private at = 0
  /** The ranks of all tokens that refer to them, in order. */
  readonly longLinks: RankLink[] = []
  private readonly others = new Map<string, number>()
  private readonly counts = new Int32Array(0x10000)
  private readonly counted = new Uint16Array(0x10000)
  private countedUnits = 0
  private readonly rareCounts = new Map<number, number>()

  /** Number of tokens. */
  get length(): number {
    return this.chunks.length === 0 ? 0 : ((this.chunks.length - 1) << CHUNK_BITS) + this.at / 2
  }

  /** The terms that have no pair key, by number. */
  get otherTerms(): readonly string[] {
    return [...this.others.keys()]
  }

  run(text: string, start: number, end: number): void {
    if (start >= end) return
    const { counts } = this
    let code = text.charCodeAt(start)
    let at = start + 1
    if ((code & 0xf800) === 0xd800) {
      code = text.codePointAt(start)!
      at = code > 0xffff ? start + 2 : start + 1
    }
    let rank = this.nextRank(code)
    while (at < end) {
      let next = text.charCodeAt(at)
      let nextRank: number
      if ((next & 0xf800) === 0xd800) {
        next = text.codePointAt(at)!
        at += next > 0xffff ? 2 : 1
        nextRank = this.nextRank(next)
      } else {
        at++
        nextRank = ++counts[next]!
        if (nextRank === 1) this.counted[this.countedUnits++] = next
      }
      if (code <= 0xffff && next <= 0xffff && next !== 0) {
        this.pushPair((code << 16) | next, rank, nextRank)
      } else {
        this.pushLinked(String.fromCodePoint(code, next), rank, nextRank)
      }
      code = next
      rank = nextRank
    }
    if (code <= 0xffff) this.push(code << 16, 0)
    else this.term(String.fromCodePoint(code))
  }

  /** A word of two characters looks like a pair of a run, so it gets ranks too: of characters that adjoin nothing. */
  word(term: string): void {
    if (term === '') return
    if (isCodePointPair(term)) {
      const left = this.nextRank(term.codePointAt(0)!)
      this.pushLinked(term, left, this.nextRank(term.codePointAt(term.length - 1)!))
    } else {
      this.term(term)
    }
  }

  /** A term without ranks, for an index without proofs. */
  term(term: string): void {
    const key = pairKey(term)
    if (key === NO_PAIR_KEY) this.push(this.otherNumber(term), OTHER)
    else this.push(key, 0)
  }

  /** Ends a field of a document; ranks begin anew. */
  endField(): void {
    if (this.slices === this.ends.length) {
      const grown = new Uint32Array(this.slices * 2)
      grown.set(this.ends)
      this.ends = grown
    }
    this.ends[this.slices++] = this.length
    const { counts, counted } = this
    for (let i = 0; i < this.countedUnits; i++) counts[counted[i]!] = 0
    this.countedUnits = 0
    if (this.rareCounts.size > 0) this.rareCounts.clear()
  }

  /** Visits all tokens in order. */
  forEach(visit: TokenVisitor): void {
    let token = 0
    for (let slice = 0; slice < this.slices; slice++) {
      for (const sliceEnd = this.ends[slice]!; token < sliceEnd;) {
        const start = token & (CHUNK - 1)
        const count = Math.min(sliceEnd - token, CHUNK - start)
        visit(slice, this.chunks[token >>> CHUNK_BITS]!, start * 2, (start + count) * 2, token)
        token += count
      }
    }
  }

  /** The number of a term without a pair key; a new one if it was not seen before. */
  otherNumber(term: string): number {
    let number = this.others.get(term)
    if (number === undefined) this.others.set(term, (number = this.others.size))
    return number
  }

  private nextRank(code: number): number {
    if (code > 0xffff) {
      const rank = (this.rareCounts.get(code) ?? 0) + 1
      this.rareCounts.set(code, rank)
      return rank
    }
    const rank = ++this.counts[code]!
    if (rank === 1) this.counted[this.countedUnits++] = code
    return rank
  }

  private pushLinked(term: string, left: number, right: number): void {
    const key = pairKey(term)
    if (key !== NO_PAIR_KEY) {
      this.pushPair(key, left, right)
    } else {
      this.longLinks.push({ left, right })
      this.push(this.otherNumber(term), OTHER_LONG_LINK)
    }
  }

  private pushPair(key: number, left: number, right: number): void {
    if (left < 0xffff && right < 0xffff) {
      this.push(key, (left << 16) | right)
    } else {
      this.longLinks.push({ left, right })
      this.push(key, LONG_LINK)
    }
  }

  private push(key: number, link: number): void {
    if (this.at === this.chunk.length) {
      this.chunk = new Int32Array(CHUNK * 2)
      this.chunks.push(this.chunk)
      this.at = 0
    }
    this.chunk[this.at] = key
    this.chunk[this.at + 1] = link
    this.at += 2
  }
}
