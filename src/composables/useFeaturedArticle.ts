import { computed, type ComputedRef } from 'vue'
import type { Article } from '../domain/article'
import { EMPTY_QUERY } from '../domain/articleQuery'
import { FEATURED_ARTICLE_ID } from '../domain/featuredArticle'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** The article the welcome starts from: the one chosen for it, else the newest that names people, else none. */
export function useFeaturedArticle(isWanted: ComputedRef<boolean>): ComputedRef<Article | null> {
  const { archive, status } = useArchive()
  const { answer } = useLatest(
    () => (isWanted.value && status.value.articles > 0 ? { revision: status.value.contentRevision } : null),
    async () => {
      const chosen = await archive.value.article(FEATURED_ARTICLE_ID, EMPTY_QUERY)
      if (chosen !== null) return chosen.article
      const newest = await archive.value.search(EMPTY_QUERY, 40)
      const withPeople = newest.rows.find((row) => row.peopleCount > 0) ?? newest.rows[0]
      return withPeople === undefined
        ? null
        : ((await archive.value.article(withPeople.id, EMPTY_QUERY))?.article ?? null)
    },
  )
  return computed(() => answer.value)
}
