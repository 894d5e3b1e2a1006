import { fold } from '../text/fold'
import type { ArticleColumns } from './articleColumns'
import type { CompiledQuery, WantedTerm } from './compileQuery'
import { matchQuery, type Matches, type MatchGround } from './matchQuery'
import { nameForm } from './nameForms'
import type { FoundDocuments, ScoredDocuments } from './packed/foundDocuments'
import { intersectDocuments } from './packed/sortedDocuments'
import type { SearchedTexts } from './searchedTexts'

/** The words asked for are the title, from its first character to its last. */
const EXACT_TITLE = 4
/** All terms stand in title, kicker or subtitle; some of them, so much less. */
const PHRASE_IN_TITLE = 2
/** A term is the whole name of a person or author. */
const WHOLE_NAME = 1.5

/** What a token in each field is worth; a title says in a few words what the article is about. */
const FIELD_BOOSTS = { title: 3, names: 2, text: 1 }

const QUOTES = /^["「『]|["」』]$/gu

/** What results are ranked over. */
export interface RankGround extends MatchGround {
  readonly columns: ArticleColumns
  readonly texts: SearchedTexts
}

function plainWords(q: string): string {
  return fold(q).trim().replaceAll(QUOTES, '')
}

/** The scores of results. Those of many are found sooner when only the best are asked for. */
export interface ResultScores {
  /** At least the results with the `count` greatest scores, those of equal scores all: their places among the results, rising, and their scores. */
  best(count: number): ScoredDocuments
  /** Those of all results, in their order. */
  all(): Float64Array
}

/** MiniSearch's BM25+ over title, names and text, times the weights: of what was asked for. */
function scoresOfFound(found: FoundDocuments, results: Int32Array, weights: Float64Array): ResultScores {
  return {
    best: (count) => {
      const { places, scores } = found.bestOf(results, FIELD_BOOSTS, count, weights)
      return { places, scores: scores.map((score, at) => score * weights[places[at]!]!) }
    },
    all: () => found.scoresOf(results, FIELD_BOOSTS).map((score, place) => score * weights[place]!),
  }
}

/** The same of the terms in what was asked for, where the results were not found by the index alone. */
function scoresOfTerms(
  query: CompiledQuery,
  results: Int32Array,
  weights: Float64Array,
  ground: RankGround,
): ResultScores {
  const scores = new Float64Array(results.length)
  const queries = query.wanted.map(({ packed }) => packed).filter(({ kind }) => kind !== 'all')
  if (queries.length > 0) {
    const any = ground.find({ kind: 'or', queries })
    const scored = intersectDocuments(results, any.ordinals)
    let place = 0
    any.scoresOf(scored, FIELD_BOOSTS).forEach((score, at) => {
      while (results[place] !== scored[at]) place++
      scores[place] = score * weights[place]!
    })
  }
  return {
    best: () => ({ places: results.map((_, place) => place), scores }),
    all: () => scores,
  }
}

/** Places among the results of the articles that match in another way, too. */
function markPlaces(results: Int32Array, matching: Int32Array, mark: (place: number) => void): void {
  let place = 0
  for (const ordinal of matching) {
    while (place < results.length && results[place]! < ordinal) place++
    if (results[place] === ordinal) mark(place)
  }
}

/** Which of the numbers up to `size` are asked for, one byte each. */
function flagsOf(numbers: ReadonlySet<number>, size: number): Uint8Array {
  const flags = new Uint8Array(size)
  for (const number of numbers) flags[number] = 1
  return flags
}

function multiplyNamed(
  weights: Float64Array,
  results: Int32Array,
  terms: ReadonlySet<string>,
  { people, authors, peopleForms, authorForms, person, author }: ArticleColumns,
): void {
  const asPeople = peopleForms.numbersOf(terms)
  const asAuthors = authorForms.numbersOf(terms)
  if (asPeople.size === 0 && asAuthors.size === 0) return
  const isPerson = flagsOf(asPeople, people.size)
  const isAuthor = flagsOf(asAuthors, authors.size)
  for (let place = 0; place < results.length; place++) {
    const ordinal = results[place]!
    if (person.hasFlagged(ordinal, isPerson) || author.hasFlagged(ordinal, isAuthor)) {
      weights[place]! *= WHOLE_NAME
    }
  }
}

/** How many of the terms stand in the title, kicker or subtitle of each result. */
function termsInTitle(results: Int32Array, wanted: readonly WantedTerm[], ground: RankGround): Uint8Array {
  const inTitle = new Uint8Array(results.length)
  for (const { inTitle: node } of wanted) {
    const matching = matchQuery(node, { ...ground, everything: () => results }).ordinals
    markPlaces(results, matching, (place) => inTitle[place]!++)
  }
  return inTitle
}

/** What the scores of results are multiplied by: the boosts for an exact title, a phrase in the title, a whole name. */
function weightsOf(
  q: string,
  { wanted }: CompiledQuery,
  results: Int32Array,
  ground: RankGround,
): Float64Array {
  const weights = new Float64Array(results.length).fill(1)
  if (wanted.length === 0) return weights
  const inTitle = termsInTitle(results, wanted, ground)
  const words = plainWords(q)
  const { titleLength } = ground.columns
  for (let place = 0; place < results.length; place++) {
    const count = inTitle[place]!
    if (count === 0) continue
    weights[place]! *= 1 + (PHRASE_IN_TITLE - 1) * (count / wanted.length)
    const ordinal = results[place]!
    if (titleLength.values[ordinal] === words.length && ground.texts.titleOf(ordinal) === words) {
      weights[place]! *= EXACT_TITLE
    }
  }
  multiplyNamed(weights, results, new Set(wanted.map(({ folded }) => nameForm(folded))), ground.columns)
  return weights
}

/**
 * The scores of the results of a query: MiniSearch's BM25+ over title, names and text, times the boosts for an exact
 * title, a phrase in the title and a whole name.
 *
 * @param results rising, of `matches` only
 */
export function relevanceScores(
  q: string,
  query: CompiledQuery,
  { found }: Matches,
  results: Int32Array,
  ground: RankGround,
): ResultScores {
  const weights = weightsOf(q, query, results, ground)
  return found === null
    ? scoresOfTerms(query, results, weights, ground)
    : scoresOfFound(found, results, weights)
}
