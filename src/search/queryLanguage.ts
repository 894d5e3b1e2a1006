import type { ArticleQuery } from '../domain/articleQuery'
import type { QueryOffer } from '../domain/queryReading'
import { compileQuery, type CompiledQuery, type QueryGround } from './compileQuery'
import type { CompiledNode } from './compiledNode'
import { matchQuery, type MatchGround, type Matches } from './matchQuery'
import { mayBePinyin } from './mayBePinyin'
import { FoundDocuments } from './packed/foundDocuments'
import type { PackedQuery } from './packed/packedQuery'
import type { QueriedIndex } from './packed/queriedIndex'
import { parseQuery } from './parseQuery'
import type { OrderedResults } from './rankedResults'
import { relevanceScores } from './relevance'
import { resultsByScore } from './resultsByScore'
import { offersFor } from './searchOffers'
import type { SearchGround } from './searchGround'

/**
 * Reads queries, finds what they ask for and ranks it. It is fetched with the first query that asks for something: the
 * list of the whole archive does without.
 */
export interface QueryLanguage {
  /** Whether a query has a word that could be a name in pinyin, so that pinyin is worth loading. */
  mayBePinyin(q: string): boolean
  compile(q: string, ground: QueryGround): CompiledQuery
  /** All documents that a query of the packed index finds; it throws for `near`, which is not among those. */
  find(query: PackedQuery, index: QueriedIndex): FoundDocuments
  match(root: CompiledNode, ground: MatchGround): Matches
  /** The results of a query, the most relevant first. */
  rank(
    q: string,
    compiled: CompiledQuery,
    matches: Matches,
    results: Int32Array,
    ground: SearchGround,
  ): OrderedResults
  /** What else could be searched for, with how many articles it would bring under the query's filters. */
  offers(query: ArticleQuery, ground: SearchGround): Generator<undefined, readonly QueryOffer[]>
}

/** The language that docs/search.md tells. */
export const queryLanguage: QueryLanguage = {
  mayBePinyin,
  compile: (q, ground) => compileQuery(q, parseQuery(q), ground),
  find: (query, index) => new FoundDocuments(query, index),
  match: matchQuery,
  rank: (q, compiled, matches, results, ground) =>
    resultsByScore(results, relevanceScores(q, compiled, matches, results, ground), ground.order),
  offers: (query, ground) => offersFor(query, parseQuery(query.q), ground),
}
