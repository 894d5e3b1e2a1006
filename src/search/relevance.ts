import { fold } from '../text/fold'
import type { RunMatcher } from '../text/runMatcher'
import type { CompiledQuery } from './compileQuery'
import type { Ranking } from './ranking'
import type { SearchedTexts } from './searchedTexts'

/** The words asked for are the title, from its first character to its last. */
const EXACT_TITLE = 4
/** All terms stand in title, kicker or subtitle; some of them, so much less. */
const PHRASE_IN_TITLE = 2
/** A term is the whole name of a person or author. */
const WHOLE_NAME = 1.5

/** BM25's saturation and lower bound as MiniSearch has them, and its boosts of the fields. */
const SATURATION = 1.2
const LOWER_BOUND = 0.5
const HEAD_BOOST = 3
const NAME_BOOST = 2
/** More occurrences than this add nothing that matters. */
const MOST_OCCURRENCES = 20

const QUOTES = /^["「『]|["」』]$/gu

function plainWords(q: string): string {
  return fold(q).trim().replaceAll(QUOTES, '')
}

/** What an article's score is multiplied by: exact title, phrase in the title, whole name. */
function boostOf(
  ordinal: number,
  words: string,
  matchers: readonly RunMatcher[],
  texts: SearchedTexts,
): number {
  const text = texts.textOf(ordinal)
  const headEnd = texts.headEndOf(ordinal)
  const names = texts.namesOf(ordinal)
  let inHead = 0
  let isName = false
  for (const matcher of matchers) {
    const hit = matcher.find(text, 0)
    if (hit !== null && hit[0] < headEnd) inHead++
    isName ||= names.includes(`\n${matcher.folded}\n`)
  }
  const phrase = 1 + (PHRASE_IN_TITLE - 1) * (inHead / Math.max(1, matchers.length))
  return phrase * (isName ? WHOLE_NAME : 1) * (texts.titleOf(ordinal) === words ? EXACT_TITLE : 1)
}

function saturated(occurrences: number): number {
  return occurrences === 0 ? 0 : LOWER_BOUND + (occurrences * (SATURATION + 1)) / (occurrences + SATURATION)
}

/** A score like MiniSearch's for an article that it does not have: BM25 over whole terms, each worth its tokens. */
function estimatedScore(
  ordinal: number,
  matchers: readonly RunMatcher[],
  texts: SearchedTexts,
  rarity: number,
): number {
  const text = texts.textOf(ordinal)
  const headEnd = texts.headEndOf(ordinal)
  const namesEnd = headEnd + texts.namesOf(ordinal).length
  let score = 0
  let tokens = 0
  for (const matcher of matchers) {
    const counts = [0, 0, 0]
    let hit = matcher.find(text, 0)
    for (let found = 0; hit !== null && found < MOST_OCCURRENCES; found++) {
      const part = hit[0] < headEnd ? 0 : hit[0] < namesEnd ? 1 : 2
      counts[part] = counts[part]! + 1
      hit = matcher.find(text, hit[1])
    }
    const weight = Math.max(1, matcher.tokens.length)
    tokens += weight
    score +=
      weight *
      (HEAD_BOOST * saturated(counts[0]!) + NAME_BOOST * saturated(counts[1]!) + saturated(counts[2]!))
  }
  return score * tokens * rarity
}

/**
 * The scores of the articles that match a query, by ordinal: MiniSearch's BM25+ over title, names and text, times the
 * boosts for an exact title, a phrase in the title and a whole name. Articles that MiniSearch does not have yet, and
 * all of them where the query has no tokens (one character), get an estimate of the same size.
 */
export function relevanceScores(
  q: string,
  query: CompiledQuery,
  results: readonly number[],
  rows: number,
  texts: SearchedTexts,
  ranking: Ranking,
): Float64Array {
  const scores = new Float64Array(rows)
  if (query.matchesAll) return scores
  const words = plainWords(q)
  const boosts = new Float64Array(rows)
  for (const ordinal of results) boosts[ordinal] = boostOf(ordinal, words, query.matchers, texts)
  const tokens = [...new Set(query.matchers.flatMap((matcher) => matcher.tokens))]
  if (tokens.length > 0) {
    ranking.score(tokens, (ordinal, score) => {
      scores[ordinal] = score * boosts[ordinal]!
    })
  }
  const rarity = Math.log(1 + (rows - results.length + 0.5) / (results.length + 0.5))
  for (const ordinal of results) {
    if (scores[ordinal] !== 0) continue
    scores[ordinal] = estimatedScore(ordinal, query.matchers, texts, rarity) * boosts[ordinal]!
  }
  return scores
}
