import { forEachRun, HAN, TOKENIZER_FINGERPRINT } from '../text/tokens'
import type { PackedOptions } from './packed/packedOptions'
import { PackedMiniSearch } from './packed/packedMiniSearch'
import type { PackedQuery } from './packed/packedQuery'
import { SegmentBuilder } from './packed/segmentBuilder'

/** The fields of an article as they are indexed, folded; `id` is the ordinal. */
export interface RankedDocument {
  readonly id: number
  readonly title: string
  readonly names: string
  readonly text: string
}

/** What a token in each field is worth; a title says in a few words what the article is about. */
const FIELD_BOOSTS = { title: 3, names: 2, text: 1 }

/** A segment is closed when it has this many tokens, some 3,000 articles: closing it takes a fifth of a second. */
const TOKENS_OF_A_SEGMENT = 2_000_000
/** More segments than this are merged, the smallest first, since every query asks each of them. */
const MOST_SEGMENTS = 16

const OPTIONS: PackedOptions<RankedDocument> = {
  fields: ['title', 'names', 'text'],
  packed: {
    fingerprint: TOKENIZER_FINGERPRINT,
    tokenizeRuns: (folded, _field, sink) => {
      forEachRun(folded, (kind, start, end) => {
        if (kind === HAN) sink.run(folded, start, end)
        else sink.word(folded.slice(start, end))
      })
    },
  },
}

function every(tokens: readonly string[]): PackedQuery {
  return { kind: 'and', queries: tokens.map((term) => ({ kind: 'term', term })) }
}

/**
 * Candidates and scores from MiniSearch, whose postings are packed in segments. It knows articles by their ordinals
 * and never decides by itself whether an article matches.
 */
export class Ranking {
  #index: PackedMiniSearch<RankedDocument>
  #builder = new SegmentBuilder<RankedDocument>(OPTIONS)

  /**
   * @param segments what {@link segments} gave
   * @throws PackedError when they are damaged, foreign, or made by another tokenizer
   */
  constructor(segments: readonly Uint8Array[] = []) {
    this.#index = PackedMiniSearch.open<RankedDocument>(segments, OPTIONS)
  }

  /** Whether what was added since the last {@link seal} is enough for a segment. */
  get isSegmentFull(): boolean {
    return this.#builder.tokens >= TOKENS_OF_A_SEGMENT
  }

  /** Takes a document up for the next segment; it is found when that is sealed. */
  add(document: RankedDocument): void {
    this.#builder.add(document)
  }

  /** Makes a segment of what was added, from when on it is found. */
  seal(): void {
    if (this.#builder.documents === 0) return
    const segment = this.#builder.build()
    this.#builder = new SegmentBuilder(OPTIONS)
    this.#index = PackedMiniSearch.open<RankedDocument>([...this.#index.toSegments(), segment], OPTIONS)
    this.#index.merge(MOST_SEGMENTS)
  }

  /** Takes a sealed document out. */
  remove(ordinal: number): void {
    this.#index.discard(ordinal)
  }

  has(ordinal: number): boolean {
    return this.#index.has(ordinal)
  }

  /** Ordinals of the articles that hold all of some tokens, wherever in their fields. */
  candidates(tokens: readonly string[]): readonly number[] {
    return this.#found(every(tokens))
  }

  /** Ordinals of the articles that hold a word beginning with a folded one. */
  candidatesByPrefix(word: string): readonly number[] {
    return this.#found({ kind: 'prefix', prefix: word })
  }

  /** Ordinals of the articles that hold a word within some Levenshtein distance of a folded one, and perhaps others. */
  candidatesLike(word: string, distance: number): readonly number[] {
    return this.#found({ kind: 'fuzzy', term: word, distance })
  }

  /** Calls `take` with the score of each article that holds any of some tokens: MiniSearch's BM25+ over the fields. */
  score(tokens: readonly string[], take: (ordinal: number, score: number) => void): void {
    const queries = tokens.map((term): PackedQuery => ({ kind: 'term', term }))
    const { ids, scores } = this.#index.query({ kind: 'or', queries }, { top: Infinity, boost: FIELD_BOOSTS })
    ids.forEach((ordinal, place) => {
      take(ordinal as number, scores[place]!)
    })
  }

  #found(query: PackedQuery): readonly number[] {
    return this.#index.query(query, { top: Infinity }).ids as readonly number[]
  }

  /** The sealed documents as bytes that the constructor takes. */
  segments(): readonly Uint8Array[] {
    return this.#index.toSegments()
  }
}
