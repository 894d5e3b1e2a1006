import type { ArticleQuery } from '../domain/articleQuery'
import type { QueryOffer } from '../domain/queryReading'
import type { ArticleIndex } from '../search/articleIndex'
import type { NameFinder } from '../search/nameFinder'
import type { TimeSlices } from './timeSlices'

/** Looks for offers in slices, for one query at a time. */
export interface QueryOffers {
  /** The offers of a query; none when another query is asked about meanwhile, or the index changes. */
  offersOf(query: ArticleQuery, names: NameFinder | null): Promise<readonly QueryOffer[]>
}

/** @param contentRevision changes whenever the index does */
export function createQueryOffers(
  index: () => ArticleIndex,
  contentRevision: () => number,
  startSlices: () => TimeSlices,
): QueryOffers {
  let newest = 0
  return {
    async offersOf(query, names) {
      const own = ++newest
      const revision = contentRevision()
      const slices = startSlices()
      let asked = index()
      let search = asked.offers(query, names)
      for (;;) {
        const step = search.next()
        if (step.done === true) return step.value
        await slices.breathe()
        if (own !== newest || revision !== contentRevision()) return []
        if (asked === index()) continue
        // The same articles in other parts: the files of the former ones may be closed.
        asked = index()
        search = asked.offers(query, names)
      }
    },
  }
}
