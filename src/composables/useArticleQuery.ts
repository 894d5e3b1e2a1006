import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { decodeQuery, encodeQuery, type ArticleQuery } from '../domain/articleQuery'

function addressParameters(query: ArticleQuery): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(encodeQuery(query))) {
    parameters[name] = typeof value === 'string' ? value : [...value]
  }
  return parameters
}

/** The query in the address bar, which is its only home, and the one way to change it. */
export function useArticleQuery(): {
  readonly query: ComputedRef<ArticleQuery>
  /** Changes the query: one call for a gesture. `replace` leaves no step in the history, `path` goes to another page. */
  readonly patchQuery: (
    changes: Partial<ArticleQuery>,
    options?: { readonly isReplacing?: boolean; readonly path?: string },
  ) => Promise<void>
} {
  const route = useRoute()
  const router = useRouter()
  const query = computed<ArticleQuery>((former) => {
    const decoded = decodeQuery(route.query)
    return former !== undefined && JSON.stringify(former) === JSON.stringify(decoded) ? former : decoded
  })
  return {
    query,
    async patchQuery(changes, { isReplacing = false, path = route.path } = {}) {
      const target = { path, query: addressParameters({ ...query.value, ...changes }) }
      await (isReplacing ? router.replace(target) : router.push(target))
    },
  }
}
