import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ArticleQuery } from '../domain/articleQuery'
import type { Failure } from '../domain/failure'
import { toArchiveError } from '../domain/problem'
import { useArchive } from './useArchive'

/** Going through the doubtful articles among the results of a query, which are found while one goes. */
export interface DoubtfulWalk {
  /** Those that were found so far; what is confirmed on the way stays in its place. */
  readonly ids: ShallowRef<readonly string[]>
  /** How many results were looked at, of how many; `null` when all were. */
  readonly search: Readonly<ShallowRef<{ readonly done: number; readonly total: number } | null>>
  readonly failure: ShallowRef<Failure | null>
  readonly index: Ref<number>
  readonly currentId: ComputedRef<string | null>
  readonly hasPrevious: ComputedRef<boolean>
  readonly hasNext: ComputedRef<boolean>
  /** Goes so many articles on; past the last is the end. */
  readonly move: (step: 1 | -1) => void
}

/** Articles that are looked at in one call. */
const BATCH = 2000

/** Begins anew with another query. What others change meanwhile does not move the row of articles. */
export function useDoubtfulWalk(query: ComputedRef<ArticleQuery>): DoubtfulWalk {
  const { archive, status } = useArchive()
  const ids = shallowRef<readonly string[]>([])
  const search = shallowRef<{ readonly done: number; readonly total: number } | null>({ done: 0, total: 0 })
  const failure = shallowRef<Failure | null>(null)
  const index = ref(0)
  const canAsk = computed(() => !['opening', 'loading', 'failed'].includes(status.value.phase))

  async function find(asked: ArticleQuery, isNewest: () => boolean): Promise<void> {
    const all = await archive.value.resultIds(asked, Infinity)
    for (let done = 0; done < all.length && isNewest(); done += BATCH) {
      search.value = { done, total: all.length }
      const found = await archive.value.doubtfulAmong(all.slice(done, done + BATCH))
      if (isNewest()) ids.value = [...ids.value, ...found]
    }
    if (isNewest()) search.value = null
  }

  watch(
    [query, canAsk],
    async ([asked, can], _former, onCleanup) => {
      if (!can) return
      let isNewest = true
      onCleanup(() => {
        isNewest = false
      })
      ids.value = []
      index.value = 0
      failure.value = null
      search.value = { done: 0, total: 0 }
      try {
        await find(asked, () => isNewest)
      } catch (cause) {
        if (!isNewest) return
        const { code, subject, message } = toArchiveError(cause)
        failure.value = { code, subject, message }
        search.value = null
      }
    },
    { immediate: true },
  )

  return {
    ids,
    search,
    failure,
    index,
    currentId: computed(() => ids.value[index.value] ?? null),
    hasPrevious: computed(() => index.value > 0),
    hasNext: computed(() => index.value < ids.value.length),
    move(step) {
      index.value = Math.min(ids.value.length, Math.max(0, index.value + step))
    },
  }
}
