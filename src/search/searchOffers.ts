import type { ArticleQuery } from '../domain/articleQuery'
import type { QueryOffer } from '../domain/queryReading'
import { compileFilters } from './compileFilters'
import { compileQuery } from './compileQuery'
import { EVERYTHING } from './compiledNode'
import { matchQuery } from './matchQuery'
import type { PackedQuery } from './packed/packedQuery'
import { parseQuery, type ParsedQuery } from './parseQuery'
import { punctuationOffers } from './punctuationOffers'
import type { SearchGround } from './searchGround'

function every(tokens: readonly string[]): PackedQuery {
  if (tokens.length === 0) return EVERYTHING
  return { kind: 'and', queries: tokens.map((term): PackedQuery => ({ kind: 'term', term })) }
}

/** What else could be searched for, with how many articles it would bring under the query's filters. */
export function offersFor(
  query: ArticleQuery,
  parsed: ParsedQuery,
  ground: SearchGround,
): Generator<undefined, readonly QueryOffer[]> {
  const failsOf = compileFilters(query, ground.columns)
  function* textsWith(tokens: readonly string[]): Iterable<string> {
    for (const ordinal of ground.find(every(tokens)).ordinals) yield ground.texts.textOf(ordinal)
  }
  const totalOf = (q: string): number => {
    const { ordinals } = matchQuery(compileQuery(q, parseQuery(q), ground).root, ground)
    return failsOf === null ? ordinals.length : ordinals.filter((one) => failsOf(one) === 0).length
  }
  return punctuationOffers(query.q, parsed, textsWith, totalOf)
}
