import { computed, type ComputedRef } from 'vue'
import type { ResultRow } from '../domain/archive'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/**
 * Articles as rows, by their ids; those that the archive does not hold are not among them. `null` until they are known.
 *
 * @param ids at most 500
 */
export function useArticleRows(
  ids: () => readonly string[] | null,
): ComputedRef<ReadonlyMap<string, ResultRow> | null> {
  const { archive, status } = useArchive()
  const { answer } = useLatest(
    () => {
      const asked = ids()
      const { phase, contentRevision } = status.value
      return asked === null || phase === 'opening' || phase === 'failed' ? null : { asked, contentRevision }
    },
    ({ asked }) => archive.value.articleRows(asked),
  )
  return computed(() =>
    answer.value === null ? null : new Map(answer.value.map((row) => [row.id, row] as const)),
  )
}
