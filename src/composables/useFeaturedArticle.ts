import { computed, type ComputedRef } from 'vue'
import type { Article } from '../domain/article'
import { EMPTY_QUERY } from '../domain/articleQuery'
import { FEATURED_ARTICLE_ID } from '../domain/featuredArticle'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/**
 * The article the welcome starts from: the one chosen for it, else the newest that names people, else none.
 * `isKnown` turns true once it is settled which.
 */
export function useFeaturedArticle(isWanted: ComputedRef<boolean>): {
  readonly featured: ComputedRef<Article | null>
  readonly isKnown: ComputedRef<boolean>
} {
  const { archive, status } = useArchive()
  const { answer, failure } = useLatest(
    () => (isWanted.value && status.value.articles > 0 ? { revision: status.value.contentRevision } : null),
    async (): Promise<{ readonly article: Article | null }> => {
      const chosen = await archive.value.article(FEATURED_ARTICLE_ID, null)
      if (chosen !== null) return { article: chosen.article }
      const newest = await archive.value.search(EMPTY_QUERY, 40)
      const withPeople = newest.rows.find((row) => row.peopleCount > 0) ?? newest.rows[0]
      const opened = withPeople === undefined ? null : await archive.value.article(withPeople.id, null)
      return { article: opened?.article ?? null }
    },
  )
  return {
    featured: computed(() => answer.value?.article ?? null),
    isKnown: computed(() => answer.value !== null || failure.value !== null),
  }
}
