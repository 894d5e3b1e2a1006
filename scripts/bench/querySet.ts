import type { Article } from '../../src/domain/article'
import { searchedTextOf } from '../../src/search/searchedText'
import { characterRuns, HAN } from '../../src/text/tokens'
import { fold } from '../../src/text/fold'
import type { BenchCorpus } from './benchCorpus'
import type { BenchQuery, QueryKind } from './benchQuery'
import { seededRandom, type SeededRandom } from './seededRandom'

/** Questions of each kind. */
const PER_KIND = 10
/** Articles that are looked at for what nearly everybody writes. */
const SAMPLE = 2000
/** Attempts to find an article with what is looked for. */
const TRIES = 5000

/** The Han runs of a text, folded. */
function hanRuns(text: string): readonly string[] {
  const folded = fold(text)
  return characterRuns(folded)
    .filter(({ kind }) => kind === HAN)
    .map(({ start, end }) => folded.slice(start, end))
}

/** A random piece of a Han run of a text; `null` when no run is that long. */
function pieceOf(text: string, length: number, random: SeededRandom): string | null {
  const runs = hanRuns(text).filter((run) => run.length >= length)
  if (runs.length === 0) return null
  const run = random.pick(runs)
  const start = random.below(run.length - length + 1)
  return run.slice(start, start + length)
}

/** Han strings of a length by the number of articles that hold them, most frequent first. */
function mostFrequent(articles: readonly Article[], length: number): readonly string[] {
  const counts = new Map<string, number>()
  for (const article of articles) {
    const held = new Set<string>()
    for (const run of article.paragraphs.flatMap(hanRuns)) {
      for (let at = 0; at + length <= run.length; at++) held.add(run.slice(at, at + length))
    }
    for (const piece of held) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([piece]) => piece)
}

/** The first of some strings, without those that share two characters with one taken before. */
function unlike(pieces: readonly string[], count: number): readonly string[] {
  const taken: string[] = []
  const pairs = (piece: string): readonly string[] =>
    Array.from({ length: piece.length - 1 }, (_, at) => piece.slice(at, at + 2))
  for (const piece of pieces) {
    if (taken.length >= count) break
    if (!taken.some((other) => pairs(piece).some((pair) => other.includes(pair)))) taken.push(piece)
  }
  return taken
}

/**
 * The questions for a corpus, up to ten of each kind, the same for the same corpus and seed: strings of 2, 4 and 8
 * characters out of its paragraphs; names of its people, or pieces of titles where no people are known; two strings of
 * one article; strings that no article has, though their halves occur; and the strings that most articles have. A kind
 * for which the corpus is too poor has fewer.
 */
export function makeQuerySet(corpus: BenchCorpus, seed: number): readonly BenchQuery[] {
  const random = seededRandom(seed)
  const someArticle = (): Article => corpus.articleAt(random.below(corpus.size))
  const somePiece = (length: number): string | null =>
    pieceOf(random.pick(someArticle().paragraphs), length, random)

  const collect = (kind: QueryKind, make: () => readonly string[] | null): readonly BenchQuery[] => {
    const found = new Map<string, BenchQuery>()
    for (let tries = 0; found.size < PER_KIND && tries < TRIES; tries++) {
      const runs = make()
      if (runs !== null) found.set(runs.join(' '), { kind, runs })
    }
    return [...found.values()]
  }
  const one = (piece: string | null): readonly string[] | null => (piece === null ? null : [piece])

  const sample = Array.from({ length: Math.min(SAMPLE, corpus.size) }, (_, at) =>
    corpus.articleAt(Math.floor((at * corpus.size) / Math.min(SAMPLE, corpus.size))),
  )
  const knowsPeople = sample.some(({ people }) => people.length > 0)
  const name = (): string | null => {
    const { title, people } = someArticle()
    if (!knowsPeople) return pieceOf(title, 3, random)
    const names = people
      .map((person) => fold(person.name))
      .filter((written) => /^\p{Script=Han}{2,4}$/u.test(written))
    return names.length === 0 ? null : random.pick(names)
  }
  const twoOfOne = (): readonly string[] | null => {
    const { paragraphs } = someArticle()
    const first = pieceOf(random.pick(paragraphs), 2, random)
    const second = pieceOf(random.pick(paragraphs), 2, random)
    return first === null || second === null || first === second ? null : [first, second]
  }
  const halves = (): readonly string[] | null => {
    const [first, second] = [somePiece(2), somePiece(2)]
    return first === null || second === null ? null : [first + second]
  }

  const absent: BenchQuery[] = []
  for (let tries = 0; absent.length < PER_KIND && tries < 20; tries++) {
    absent.push(...withoutHits(corpus, collect('absent', halves)).slice(0, PER_KIND - absent.length))
  }
  return [
    ...collect('2 characters', () => one(somePiece(2))),
    ...collect('4 characters', () => one(somePiece(4))),
    ...collect('8 characters', () => one(somePiece(8))),
    ...collect('name', () => one(name())),
    ...collect('and', twoOfOne),
    ...absent,
    ...[...unlike(mostFrequent(sample, 2), 3), ...unlike(mostFrequent(sample, 4), 3)].map(
      (run): BenchQuery => ({ kind: 'near-universal', runs: [run] }),
    ),
  ]
}

/** The queries that no article of the corpus answers. */
function withoutHits(corpus: BenchCorpus, queries: readonly BenchQuery[]): readonly BenchQuery[] {
  const left = new Set(queries)
  for (let ordinal = 0; ordinal < corpus.size && left.size > 0; ordinal++) {
    const { text } = searchedTextOf(corpus.articleAt(ordinal))
    for (const query of left) if (query.runs.every((run) => text.includes(run))) left.delete(query)
  }
  return [...left]
}
