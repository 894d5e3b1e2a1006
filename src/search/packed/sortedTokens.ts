import { pairTerm } from './termKey'
import { FIRST_SPECIAL_LINK, LONG_LINK, OTHER, type RankLink, type TokenLog } from './tokenLog'

/** Integers that an occurrence takes. */
const STRIDE = 3
/** The bucket of all terms without a pair key comes after those of all first units. */
const OTHERS = 0x10000

/** The place of an occurrence: document × 2^`fieldBits` + field. */
export function fieldBitsOf(fieldCount: number): number {
  return 32 - Math.clz32(fieldCount - 1)
}

/**
 * Gets a term with its occurrences, in the order of the log: at `occurrences[3 × i]` the place, then the left and the
 * right rank, both 0 without ranks, for i from `start` to `end`. They are good until the visitor returns.
 */
export type TermVisitor = (term: string, occurrences: Int32Array, start: number, end: number) => void

/**
 * Visits all terms of a log in file order.
 *
 * The log is sorted in two steps, first by the first unit of the pair keys, then bucket by bucket by the second, and
 * what is sorted there is used up at once. So it is moved only twice, the second time within a cache, and neither step
 * jumps about in all of memory, as sorting by the number of a term would.
 */
export function forEachTerm(log: TokenLog, fieldCount: number, visit: TermVisitor): void {
  const { tokens, starts } = sortByFirstUnit(log, fieldCount)
  const bucket = new Bucket(log.longLinks)
  for (let first = 0; first < OTHERS; first++) {
    if (starts[first]! < starts[first + 1]!) bucket.visitPairs(tokens, first, starts, visit)
  }
  bucket.visitOthers(tokens, starts, log.otherTerms, visit)
}

interface Buckets {
  /**
   * Three integers a token. Of a pair: the second unit, the place, the link; of long ranks the number is in the lowest
   * 16 bits of the link and above the unit. Of others: the number of the term, the place, and 0 or the number of the
   * long ranks plus one.
   */
  readonly tokens: Int32Array
  /** Where each bucket begins, and where the last one ends. */
  readonly starts: Uint32Array
}

function sortByFirstUnit(log: TokenLog, fieldCount: number): Buckets {
  const starts = countFirstUnits(log)
  const next = starts.slice()
  const tokens = new Int32Array(log.length * STRIDE)
  const fieldBits = fieldBitsOf(fieldCount)
  let long = 0
  log.forEach((slice, chunk, start, end) => {
    const document = Math.floor(slice / fieldCount)
    const place = (document << fieldBits) | (slice - document * fieldCount)
    for (let at = start; at < end; at += 2) {
      const key = chunk[at]!
      const link = chunk[at + 1]!
      if (link >= 0 || link < FIRST_SPECIAL_LINK) {
        const to = next[key >>> 16]!++ * STRIDE
        tokens[to] = key & 0xffff
        tokens[to + 1] = place
        tokens[to + 2] = link
      } else if (link === LONG_LINK) {
        const to = next[key >>> 16]!++ * STRIDE
        tokens[to] = (key & 0xffff) | ((long >>> 16) << 16)
        tokens[to + 1] = place
        tokens[to + 2] = FIRST_SPECIAL_LINK | (long++ & 0xffff)
      } else {
        const to = next[OTHERS]!++ * STRIDE
        tokens[to] = key
        tokens[to + 1] = place
        tokens[to + 2] = link === OTHER ? 0 : ++long
      }
    }
  })
  return { tokens, starts }
}

function countFirstUnits(log: TokenLog): Uint32Array {
  const starts = new Uint32Array(OTHERS + 2)
  log.forEach((_slice, chunk, start, end) => {
    for (let at = start; at < end; at += 2) {
      const link = chunk[at + 1]!
      const isOther = link < LONG_LINK && link >= FIRST_SPECIAL_LINK
      starts[isOther ? OTHERS + 1 : (chunk[at]! >>> 16) + 1]!++
    }
  })
  for (let bucket = 0; bucket <= OTHERS; bucket++) starts[bucket + 1]! += starts[bucket]!
  return starts
}

/** Room for sorting one bucket after the other. */
class Bucket {
  private readonly longLinks: readonly RankLink[]
  private sorted = new Int32Array(1 << 12)
  /** By second unit: occurrences, later where the next one goes. Zeros between two buckets. */
  private readonly next = new Uint32Array(0x10000)
  /** The second units of a bucket. */
  private readonly units = new Uint16Array(0x10000)

  constructor(longLinks: readonly RankLink[]) {
    this.longLinks = longLinks
  }

  visitPairs(tokens: Int32Array, first: number, starts: Uint32Array, visit: TermVisitor): void {
    const { next, units } = this
    const start = starts[first]! * STRIDE
    const end = starts[first + 1]! * STRIDE
    let unitCount = 0
    for (let at = start; at < end; at += STRIDE) {
      const unit = tokens[at]! & 0xffff
      if (next[unit]!++ === 0) units[unitCount++] = unit
    }
    const ordered = units.subarray(0, unitCount).sort()
    let sum = 0
    for (let i = 0; i < unitCount; i++) {
      const unit = ordered[i]!
      const count = next[unit]!
      next[unit] = sum
      sum += count
    }
    const sorted = this.reserve(sum)
    for (let at = start; at < end; at += STRIDE) {
      const unit = tokens[at]!
      const link = tokens[at + 2]!
      const to = next[unit & 0xffff]!++ * STRIDE
      sorted[to] = tokens[at + 1]!
      if (link >= 0 || link < FIRST_SPECIAL_LINK) {
        sorted[to + 1] = link >>> 16
        sorted[to + 2] = link & 0xffff
      } else {
        this.putRanks(to, ((unit >>> 16) << 16) | (link & 0xffff))
      }
    }
    let from = 0
    for (let i = 0; i < unitCount; i++) {
      const unit = ordered[i]!
      const to = next[unit]!
      next[unit] = 0
      visit(pairTerm(first * 0x10000 + unit), sorted, from, to)
      from = to
    }
  }

  visitOthers(tokens: Int32Array, starts: Uint32Array, terms: readonly string[], visit: TermVisitor): void {
    const start = starts[OTHERS]! * STRIDE
    const end = starts[OTHERS + 1]! * STRIDE
    const next = new Uint32Array(terms.length)
    for (let at = start; at < end; at += STRIDE) next[tokens[at]!]!++
    const order = Array.from(terms.keys()).sort((a, b) => (terms[a]! < terms[b]! ? -1 : 1))
    let sum = 0
    for (const number of order) {
      const count = next[number]!
      next[number] = sum
      sum += count
    }
    const sorted = this.reserve(sum)
    for (let at = start; at < end; at += STRIDE) {
      const to = next[tokens[at]!]!++ * STRIDE
      const long = tokens[at + 2]!
      sorted[to] = tokens[at + 1]!
      if (long > 0) {
        this.putRanks(to, long - 1)
      } else {
        sorted[to + 1] = 0
        sorted[to + 2] = 0
      }
    }
    let from = 0
    for (const number of order) {
      const to = next[number]!
      visit(terms[number]!, sorted, from, to)
      from = to
    }
  }

  private putRanks(to: number, long: number): void {
    const { left, right } = this.longLinks[long]!
    this.sorted[to + 1] = left
    this.sorted[to + 2] = right
  }

  private reserve(occurrences: number): Int32Array {
    if (occurrences * STRIDE > this.sorted.length) this.sorted = new Int32Array(occurrences * STRIDE * 2)
    return this.sorted
  }
}
