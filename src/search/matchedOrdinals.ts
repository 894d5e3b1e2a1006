import type { ArticleQuery } from '../domain/articleQuery'
import type { QueryOffer } from '../domain/queryReading'
import type { ArchiveOrder } from './archiveOrder'
import { compileFilters } from './compileFilters'
import { compileQuery, type CompiledQuery, type QueryGround } from './compileQuery'
import { parseQuery, type ParsedQuery } from './parseQuery'
import { punctuationOffers } from './punctuationOffers'

/** Everything that a query is run over, as it is now. */
export interface SearchGround extends QueryGround {
  readonly order: ArchiveOrder
  /** Live ordinals that MiniSearch does not have yet. */
  readonly unranked: ReadonlySet<number>
}

/** The ordinals that MiniSearch proposes with those it does not have; of all where it cannot narrow the search. */
function proposed(candidates: () => Iterable<number> | null, ground: SearchGround): Uint32Array {
  const found = candidates()
  return found === null ? ground.order.newest : Uint32Array.from(new Set([...found, ...ground.unranked]))
}

/** Live ordinals that match a query's words, whatever the filters say. */
export function matchedOrdinals(query: CompiledQuery, ground: SearchGround): Uint32Array {
  return query.matchesAll ? ground.order.newest : proposed(query.candidates, ground).filter(query.matches)
}

/** What else could be searched for, with how many articles it would bring under the query's filters. */
export function offersFor(
  query: ArticleQuery,
  parsed: ParsedQuery,
  ground: SearchGround,
  total: number,
): readonly QueryOffer[] {
  const failsOf = compileFilters(query, ground.columns)
  const textsWith = (tokens: readonly string[]): readonly string[] =>
    Array.from(
      proposed(() => (tokens.length === 0 ? null : ground.ranking.candidates(tokens)), ground),
      (ordinal) => ground.texts.textOf(ordinal),
    )
  const totalOf = (q: string): number =>
    matchedOrdinals(compileQuery(q, parseQuery(q), ground), ground).filter((one) => failsOf(one) === 0).length
  return punctuationOffers(query.q, parsed, textsWith, (q) => (q === query.q ? total : totalOf(q)))
}
