import { GRAM_LENGTHS } from './gramDirectory'
import { PairTable } from './pairTable'
import { PostingsBuffer } from './postingsBuffer'
import { NO_PAIR_KEY, pairKey } from './termKey'
import { FIRST_SPECIAL_LINK, LONG_LINK, OTHER, type TokenLog } from './tokenLog'

/** A frequent gram and its documents, one buffer per field; empty where it is not frequent. */
export interface FrequentGram {
  readonly gram: string
  readonly lists: readonly PostingsBuffer[]
}

/** The grams of one length: where they stand, and their texts by number, from 1. */
interface GramLevel {
  readonly places: GramPlaces
  readonly texts: readonly string[]
}

/**
 * Finds the runs of three and four characters that at least `threshold` documents have in one field. A gram can be
 * frequent only if both its shorter halves are, so that beginning with the frequent pairs few tokens are looked at
 * (the a-priori rule of Agrawal and Srikant). `frequentPairs` are all terms of two code points that are so frequent.
 */
export function findFrequentGrams(
  log: TokenLog,
  fieldCount: number,
  frequentPairs: readonly string[],
  threshold: number,
): FrequentGram[] {
  const found: FrequentGram[] = []
  let level = levelOfPairs(log, frequentPairs)
  for (let length = 0; length < GRAM_LENGTHS.length && level.texts.length <= 0xffff; length++) {
    const candidates = countCandidates(level, fieldCount)
    const { grams, next } = collectFrequent(level, candidates, fieldCount, threshold)
    found.push(...grams)
    level = next
  }
  return found.sort((a, b) => (a.gram < b.gram ? -1 : 1))
}

/** Places of grams in the order of the log. */
class GramPlaces {
  length = 0
  /** The slice of the log. */
  slices = new Int32Array(1 << 12)
  /** The number of the gram. */
  numbers = new Int32Array(1 << 12)
  /** 1 where the gram begins one character after the gram of the place before, and overlaps it but for that. */
  follows = new Uint8Array(1 << 12)

  add(slice: number, number: number, follows: boolean): void {
    const at = this.length++
    if (at === this.slices.length) {
      this.slices = resized(this.slices, at * 2)
      this.numbers = resized(this.numbers, at * 2)
      this.follows = resized(this.follows, at * 2)
    }
    this.slices[at] = slice
    this.numbers[at] = number
    this.follows[at] = follows ? 1 : 0
  }
}

/**
 * The pairs that overlap others: where the second character of one is, as an occurrence, the first of the next. Those
 * that stand alone are left out.
 */
function levelOfPairs(log: TokenLog, frequentPairs: readonly string[]): GramLevel {
  const { texts, table, firstUnits, secondUnits, others } = numberPairs(log, frequentPairs)
  const firstCodes = Int32Array.from(texts, (text) => text.codePointAt(0) ?? 0)
  const lastCodes = Int32Array.from(texts, (text) => lastCharacter(text).codePointAt(0) ?? 0)
  const places = new GramPlaces()
  let long = 0
  let lastToken = -2
  let lastSlice = 0
  let lastNumber = 0
  let lastRight = 0
  let isLastAdded = false
  log.forEach((slice, tokens, start, end, first) => {
    for (let at = start; at < end; at += 2) {
      const key = tokens[at]!
      const link = tokens[at + 1]!
      const isSpecial = link < 0 && link >= FIRST_SPECIAL_LINK
      // Nearly all tokens are told by their units not to be frequent.
      if (!isSpecial && (firstUnits[key >>> 16]! & secondUnits[key & 0xffff]!) === 0) continue
      if (link === 0 || link === OTHER) continue
      const ranks = isSpecial ? log.longLinks[long++]! : undefined
      const number = isSpecial && link !== LONG_LINK ? (others.get(key) ?? 0) : table.find(key)
      if (number <= 0) continue
      const token = first + ((at - start) >> 1)
      const left = ranks === undefined ? link >>> 16 : ranks.left
      const follows =
        token === lastToken + 1 &&
        slice === lastSlice &&
        left === lastRight &&
        lastCodes[lastNumber] === firstCodes[number]
      if (follows) {
        if (!isLastAdded) places.add(slice, lastNumber, false)
        places.add(slice, number, true)
      }
      isLastAdded = follows
      lastToken = token
      lastSlice = slice
      lastNumber = number
      lastRight = ranks === undefined ? link & 0xffff : ranks.right
    }
  })
  return { places, texts }
}

/** The pairs by number, from 1, and how their terms are found in the log. */
interface NumberedPairs {
  readonly texts: readonly string[]
  readonly table: PairTable
  /** 1 for each unit that a pair key among them begins or ends with. */
  readonly firstUnits: Uint8Array
  readonly secondUnits: Uint8Array
  /** The numbers of those without a pair key, by their numbers in the log. */
  readonly others: ReadonlyMap<number, number>
}

function numberPairs(log: TokenLog, pairs: readonly string[]): NumberedPairs {
  const texts = ['']
  const table = new PairTable(() => texts.length)
  const firstUnits = new Uint8Array(0x10000)
  const secondUnits = new Uint8Array(0x10000)
  const others = new Map<number, number>()
  for (const text of pairs) {
    const key = pairKey(text)
    if (key === NO_PAIR_KEY) {
      others.set(log.otherNumber(text), texts.length)
    } else {
      table.numberOf(key)
      firstUnits[key >>> 16] = 1
      secondUnits[key & 0xffff] = 1
    }
    texts.push(text)
  }
  return { texts, table, firstUnits, secondUnits, others }
}

interface Candidates {
  readonly table: PairTable
  /** By place: the number of the candidate that begins there, plus one, or 0. */
  readonly at: Int32Array
  /** Documents per candidate and field. */
  readonly documents: Uint32Array
  readonly count: number
}

/** Counts the documents of each pair of frequent grams that follow each other. */
function countCandidates({ places }: GramLevel, fieldCount: number): Candidates {
  const { slices, numbers, follows, length } = places
  let count = 0
  const table = new PairTable(() => count++)
  let documents = new Uint32Array(1 << 12)
  let lastSeen = new Uint32Array(1 << 12)
  const at = new Int32Array(length)
  for (let place = 0; place + 1 < length; place++) {
    if (follows[place + 1] === 0) continue
    const slice = slices[place]!
    const candidate = table.numberOf(numbers[place]! * 0x10000 + numbers[place + 1]!)
    at[place] = candidate + 1
    const slot = candidate * fieldCount + (slice % fieldCount)
    if (slot >= documents.length) {
      const room = Math.max(slot + fieldCount, documents.length * 2)
      documents = resized(documents, room)
      lastSeen = resized(lastSeen, room)
    }
    if (lastSeen[slot] === slice + 1) continue
    lastSeen[slot] = slice + 1
    documents[slot]!++
  }
  return { table, at, documents, count }
}

/** Gathers the documents of the candidates that are frequent; their places become the next level. */
function collectFrequent(
  { places, texts }: GramLevel,
  { table, at, documents, count }: Candidates,
  fieldCount: number,
  threshold: number,
): { grams: FrequentGram[]; next: GramLevel } {
  const numbers = new Uint32Array(count)
  const longerTexts: string[] = ['']
  const grams: FrequentGram[] = []
  table.forEach((key, candidate) => {
    const perField = documents.subarray(candidate * fieldCount, (candidate + 1) * fieldCount)
    if (!perField.some((documentCount) => documentCount >= threshold)) return
    numbers[candidate] = longerTexts.length
    const gram = texts[key >>> 16]! + lastCharacter(texts[key & 0xffff]!)
    longerTexts.push(gram)
    grams.push({ gram, lists: Array.from({ length: fieldCount }, () => new PostingsBuffer()) })
  })
  const longer = new GramPlaces()
  let lastPlace = -2
  for (let place = 0; place < at.length; place++) {
    const candidate = at[place]! - 1
    const number = candidate < 0 ? 0 : numbers[candidate]!
    if (number === 0) continue
    const slice = places.slices[place]!
    // Two grams that follow each other have all but one character in common, and these can only be the same.
    longer.add(slice, number, place === lastPlace + 1)
    lastPlace = place
    const field = slice % fieldCount
    if (documents[candidate * fieldCount + field]! < threshold) continue
    const document = (slice - field) / fieldCount
    const list = grams[number - 1]!.lists[field]!
    if (list.count === 0 || list.documents[list.count - 1] !== document) list.addDocument(document, 1)
  }
  return { grams, next: { places: longer, texts: longerTexts } }
}

function lastCharacter(text: string): string {
  const unit = text.charCodeAt(text.length - 1)
  return text.slice((unit & 0xfc00) === 0xdc00 ? -2 : -1)
}

function resized<A extends Int32Array | Uint32Array | Uint8Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (length: number) => A)(length)
  larger.set(array)
  return larger
}
