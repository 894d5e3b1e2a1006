import { computed, type ComputedRef } from 'vue'
import type { ArticleQuery } from '../domain/articleQuery'
import {
  isSameSearch,
  savedSearchChange,
  savedSearches,
  seenResultsChange,
  type SavedSearch,
} from '../domain/savedSearch'
import { useKeptMessages } from '../locales/useKeptMessages'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { useRecords } from './useRecords'

/** Searches that are kept, and what is done with them. */
export interface SavedSearches {
  /** By their names; `null` until they are known. */
  readonly searches: ComputedRef<readonly SavedSearch[] | null>
  /** The saved search that asks for the same. */
  readonly find: (query: ArticleQuery) => SavedSearch | null
  /** Keeps a search under a name; what it finds now counts as seen. */
  readonly add: (name: string, query: ArticleQuery) => Promise<boolean>
  readonly rename: (search: SavedSearch, name: string) => Promise<boolean>
  readonly remove: (search: SavedSearch) => Promise<boolean>
  /**
   * All that a search finds now counts as seen. While articles are still coming in, what it finds is not all, and nothing
   * is changed.
   *
   * @param isTold whether it is said, with a way back
   */
  readonly see: (search: SavedSearch, isTold: boolean) => Promise<void>
}

/** 128 random bits in hexadecimal digits; unlike `randomUUID` also on a page that came by plain HTTP. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The searches that are kept.
 *
 * @param makeId gives an id that no other search has
 * @param clock what time it is
 */
export function useSavedSearches(makeId = randomId, clock = (): Date => new Date()): SavedSearches {
  const { t } = useKeptMessages()
  const { archive, status } = useArchive()
  const { attempt } = useMending()
  // Those about nothing are the searches; what was seen of one is about it, and is long.
  const { answer, save } = useRecords('savedSearch', () => [''])
  const searches = computed(() => (answer.value === null ? null : savedSearches(answer.value)))

  /** What remembers all that a search finds now; nothing while that is not all, or when it fails, which is told. */
  async function seenChanges(search: SavedSearch) {
    if (status.value.phase !== 'ready') return []
    const found = await attempt(async () => ({ seen: await archive.value.seeResults(search) }))
    if (found === null) return []
    return [seenResultsChange(search.id, { ...found, openedAt: clock().toISOString() })]
  }

  return {
    searches,
    find: (query) => searches.value?.find((search) => isSameSearch(search.query, query)) ?? null,
    async add(name, query) {
      const search = { id: makeId(), name, query }
      const changes = [savedSearchChange(search), ...(await seenChanges(search))]
      return save(changes, t('kept.notice.searchSaved', { name }))
    },
    rename: (search, name) =>
      save([savedSearchChange({ ...search, name })], t('kept.notice.searchRenamed', { name })),
    remove({ id, name, query }) {
      const gone = { ...savedSearchChange({ id, name, query }), content: null }
      return save([gone, seenResultsChange(id, null)], t('kept.notice.searchRemoved', { name }))
    },
    async see(search, isTold) {
      const changes = await seenChanges(search)
      if (changes.length === 0) return
      await save(changes, isTold ? t('kept.notice.searchSeen', { name: search.name }) : null)
    },
  }
}
