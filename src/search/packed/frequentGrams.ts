import { ChunkedUint32 } from './chunkedUint32'
import { GRAM_LENGTHS } from './gramDirectory'
import { PairTable } from './pairTable'
import { PostingsBuffer } from './postingsBuffer'
import { type TokenLog } from './tokenLog'

/** A frequent gram and its documents, one buffer per field; empty where it is not frequent. */
export interface FrequentGram {
  readonly gram: string
  readonly lists: readonly PostingsBuffer[]
}

/** The grams of one length: which stands at which token, and their texts by number, from 1. */
interface GramLevel {
  readonly at: ChunkedUint32
  readonly texts: readonly string[]
}

/**
 * Finds the runs of three and four characters that at least `threshold` documents have in one field. A gram can be
 * frequent only if both its shorter halves are, so that beginning with the frequent pairs few tokens are looked at
 * (the a-priori rule of Agrawal and Srikant). `frequentPairs` holds the text of each frequent pair of code points,
 * by term number, undefined for all other terms.
 */
export function findFrequentGrams(
  log: TokenLog,
  fieldCount: number,
  frequentPairs: readonly (string | undefined)[],
  threshold: number,
): FrequentGram[] {
  const found: FrequentGram[] = []
  let level = levelOfPairs(log, frequentPairs)
  for (const length of GRAM_LENGTHS) {
    if (level.texts.length > 0xffff) break
    const candidates = countCandidates(log, level, fieldCount, length)
    const { grams, next } = collectFrequent(log, level, candidates, fieldCount, threshold)
    found.push(...grams)
    level = next
  }
  return found.sort((a, b) => (a.gram < b.gram ? -1 : 1))
}

function levelOfPairs(log: TokenLog, frequentPairs: readonly (string | undefined)[]): GramLevel {
  const texts: string[] = ['']
  const numberOf = new Uint32Array(log.size)
  frequentPairs.forEach((text, term) => {
    if (text === undefined) return
    numberOf[term] = texts.length
    texts.push(text)
  })
  const at = new ChunkedUint32()
  for (let token = 0; token < log.terms.length; token++) {
    at.push(log.links.get(token) === 0 ? 0 : numberOf[log.terms.get(token)]!)
  }
  return { at, texts }
}

interface Candidates {
  readonly table: PairTable
  /** By token: the number of the candidate that begins there, plus one, or 0. */
  readonly at: ChunkedUint32
  /** Documents per candidate and field. */
  readonly documents: Uint32Array
  readonly count: number
}

/** Counts the documents of each pair of frequent grams that follow each other. */
function countCandidates(log: TokenLog, level: GramLevel, fieldCount: number, length: number): Candidates {
  let count = 0
  const table = new PairTable(() => count++)
  let documents = new Uint32Array(1 << 12)
  let lastSeen = new Uint32Array(1 << 12)
  const at = new ChunkedUint32()
  forEachCandidate(log, level, length, (token, first, second, slice) => {
    const candidate = table.numberOf(first * 0x10000 + second)
    while (at.length < token) at.push(0)
    at.push(candidate + 1)
    const slot = candidate * fieldCount + (slice % fieldCount)
    if (slot >= documents.length) {
      const room = Math.max(slot + fieldCount, documents.length * 2)
      documents = resized(documents, room)
      lastSeen = resized(lastSeen, room)
    }
    if (lastSeen[slot] === slice + 1) return
    lastSeen[slot] = slice + 1
    documents[slot]!++
  })
  while (at.length < log.terms.length) at.push(0)
  return { table, at, documents, count }
}

/** Gathers the documents of the candidates that are frequent; their places become the next level. */
function collectFrequent(
  log: TokenLog,
  level: GramLevel,
  candidates: Candidates,
  fieldCount: number,
  threshold: number,
): { grams: FrequentGram[]; next: GramLevel } {
  const { table, at, documents, count } = candidates
  const numbers = new Uint32Array(count)
  const texts: string[] = ['']
  const grams: FrequentGram[] = []
  table.forEach((key, candidate) => {
    const perField = documents.subarray(candidate * fieldCount, (candidate + 1) * fieldCount)
    if (!perField.some((documentCount) => documentCount >= threshold)) return
    numbers[candidate] = texts.length
    const gram = level.texts[key >>> 16]! + lastCharacter(level.texts[key & 0xffff]!)
    texts.push(gram)
    grams.push({ gram, lists: Array.from({ length: fieldCount }, () => new PostingsBuffer()) })
  })
  let token = 0
  for (let slice = 0; slice < log.ends.length; slice++) {
    const field = slice % fieldCount
    const document = (slice - field) / fieldCount
    for (const end = log.ends.get(slice); token < end; token++) {
      const candidate = at.get(token) - 1
      if (candidate < 0) continue
      const number = numbers[candidate]!
      at.set(token, number)
      if (number === 0 || documents[candidate * fieldCount + field]! < threshold) continue
      const list = grams[number - 1]!.lists[field]!
      if (list.count === 0 || list.documents[list.count - 1] !== document) list.addDocument(document, 1)
    }
  }
  return { grams, next: { at, texts } }
}

/** Visits every token where a frequent gram is followed by another that overlaps it but for one character. */
function forEachCandidate(
  log: TokenLog,
  level: GramLevel,
  length: number,
  visit: (token: number, first: number, second: number, slice: number) => void,
): void {
  const { at, texts } = level
  let token = 0
  for (let slice = 0; slice < log.ends.length; slice++) {
    const end = log.ends.get(slice)
    for (; token + 1 < end; token++) {
      const first = at.get(token)
      if (first === 0) continue
      const second = at.get(token + 1)
      if (second === 0) continue
      // From four characters on the grams overlap in a pair, which can only be the same one.
      if (length === GRAM_LENGTHS[0] && !isSameCharacter(log, token, texts[first]!, texts[second]!)) continue
      visit(token, first, second, slice)
    }
    token = end
  }
}

/** Whether the second character of one token is, as an occurrence, the first of the next. */
function isSameCharacter(log: TokenLog, token: number, first: string, second: string): boolean {
  const link = log.links.get(token)
  const next = log.links.get(token + 1)
  const isLinked =
    log.isLong(link) || log.isLong(next)
      ? log.linkAt(token).right === log.linkAt(token + 1).left
      : (link & 0xffff) === next >>> 16
  return isLinked && lastCharacter(first).codePointAt(0) === second.codePointAt(0)
}

function lastCharacter(text: string): string {
  const unit = text.charCodeAt(text.length - 1)
  return text.slice((unit & 0xfc00) === 0xdc00 ? -2 : -1)
}

function resized(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length)
  larger.set(array)
  return larger
}
