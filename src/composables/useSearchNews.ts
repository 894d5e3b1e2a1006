import type { ShallowRef } from 'vue'
import type { SavedSearch, SearchNews } from '../domain/savedSearch'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** Unseen articles that are shown of a search. */
const SHOWN = 20

/**
 * What is new of saved searches, by their ids; asked again when the archive or what was seen changes. `null` until it is
 * known, which it is not while articles are still coming in.
 */
export function useSearchNews(
  searches: () => readonly SavedSearch[] | null,
): ShallowRef<ReadonlyMap<string, SearchNews> | null> {
  const { archive, status } = useArchive()
  const { answer } = useLatest(
    () => {
      const asked = searches()
      const { phase, contentRevision, recordsRevision } = status.value
      return asked === null || phase !== 'ready' ? null : { asked, contentRevision, recordsRevision }
    },
    async ({ asked }) => {
      const news = new Map<string, SearchNews>()
      for (const search of asked) news.set(search.id, await archive.value.searchNews(search, SHOWN))
      return news
    },
  )
  return answer
}
