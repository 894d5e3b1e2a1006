import type { ComputedRef } from 'vue'
import type { OpenedArticle } from '../domain/archive'
import type { ArticleQuery } from '../domain/articleQuery'
import { useLatest, type Latest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** What became of the wish to read an article: `article` is `null` when the archive does not hold it. */
export interface OpenedArticleAnswer {
  readonly id: string
  readonly opened: OpenedArticle | null
}

/** The article with an id, with the hits of the query; asked again when the archive's content changes. `null` asks nothing. */
export function useOpenedArticle(
  id: ComputedRef<string | null>,
  query: ComputedRef<ArticleQuery>,
): Latest<OpenedArticleAnswer> {
  const { archive, status } = useArchive()
  return useLatest(
    () =>
      id.value === null || status.value.phase === 'opening'
        ? null
        : { id: id.value, query: query.value, revision: status.value.contentRevision },
    async (asked) => ({ id: asked.id, opened: await archive.value.article(asked.id, asked.query) }),
  )
}
