import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import { indexTokens } from '../text/tokens'
import { termKey } from './termKey'

/** The fields of an article as MiniSearch has them, folded; `id` is the ordinal. */
export interface RankedDocument {
  readonly id: number
  readonly title: string
  readonly names: string
  readonly text: string
}

/** What a token in each field is worth; a title says in a few words what the article is about. */
const FIELD_BOOSTS = { title: 3, names: 2, text: 1 }

/** Candidates so few that no rarer token need be looked for. */
const FEW = 32

const OPTIONS: Options<RankedDocument> = {
  fields: ['title', 'names', 'text'],
  tokenize: indexTokens,
  // Folding came first; here a token only takes the form in which it is kept.
  processTerm: termKey,
}

/**
 * Candidates and scores from MiniSearch. It knows articles by their ordinals and never decides by itself whether an
 * article matches: it holds tokens without their places.
 */
export class Ranking {
  #index = new MiniSearch<RankedDocument>(OPTIONS)
  /** A stored index that has not been loaded yet, since loading takes a while. */
  #stored: string | null

  /** @param stored what {@link toJSON} gave */
  constructor(stored: string | null = null) {
    this.#stored = stored
  }

  /** Whether a stored index waits to be loaded; until then there are neither candidates nor scores. */
  get isWaiting(): boolean {
    return this.#stored !== null
  }

  /** Loads the stored index. Gives back whether it could be read; if not, the ranking is empty. */
  load(): boolean {
    if (this.#stored === null) return true
    const stored = this.#stored
    this.#stored = null
    try {
      this.#index = MiniSearch.loadJSON<RankedDocument>(stored, OPTIONS)
      return true
    } catch {
      return false
    }
  }

  add(document: RankedDocument): void {
    this.#index.add(document)
  }

  /** Takes a document out, exactly as it was put in. */
  remove(document: RankedDocument): void {
    this.#index.remove(document)
  }

  has(ordinal: number): boolean {
    return this.#index.has(ordinal)
  }

  /** Ordinals of the articles that hold the rarest of some tokens (or a rare enough one): every article with all the tokens is among them. */
  candidates(tokens: readonly string[]): readonly number[] {
    let rarest: string | null = null
    let fewest = Infinity
    for (const token of tokens) {
      let count = 0
      // A boost of 0 keeps MiniSearch from making a result of it: the places are all that is wanted.
      this.#search([token], () => {
        count++
        return 0
      })
      if (count < fewest) {
        fewest = count
        rarest = token
      }
      if (fewest <= FEW) break
    }
    return rarest === null ? [] : this.#articlesWith(rarest)
  }

  /** Ordinals of the articles that hold a word beginning with a folded one. */
  candidatesByPrefix(word: string): readonly number[] {
    return this.#articlesWith(word, { prefix: true })
  }

  /** Ordinals of the articles that hold a word within some Levenshtein distance of a folded one, and perhaps others. */
  candidatesLike(word: string, distance: number): readonly number[] {
    return this.#articlesWith(word, { fuzzy: distance })
  }

  /**
   * Calls `take` with the score of each article for some tokens: MiniSearch's BM25+ over the fields. `factorOf` says
   * what an article's score is multiplied by; 0 leaves it out.
   */
  score(
    tokens: readonly string[],
    factorOf: (ordinal: number) => number,
    take: (ordinal: number, score: number) => void,
  ): void {
    for (const { id, score } of this.#search(tokens, factorOf)) take(id as number, score)
  }

  /** The index as JSON: the stored one as long as it has not been loaded. */
  toJSON(): string {
    return this.#stored ?? JSON.stringify(this.#index)
  }

  #articlesWith(token: string, options: SearchOptions = {}): readonly number[] {
    const found = new Set<number>()
    const take = (ordinal: number): number => {
      found.add(ordinal)
      return 0
    }
    this.#search([token], take, options)
    return [...found]
  }

  #search(tokens: readonly string[], factorOf: (ordinal: number) => number, options: SearchOptions = {}) {
    return this.#index.search(tokens.join('\n'), {
      tokenize: () => [...tokens],
      combineWith: 'OR',
      boost: FIELD_BOOSTS,
      boostDocument: (ordinal: unknown) => factorOf(ordinal as number),
      ...options,
    })
  }
}
