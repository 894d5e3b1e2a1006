import { computed, type ComputedRef } from 'vue'
import type { ResultRow } from '../domain/resultRow'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** Articles that are asked for at once. */
const BLOCK = 500

/** Articles as rows, by their ids; those that the archive does not hold are not among them. `null` until they are known. */
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
    async ({ asked }) => {
      const rows = new Map<string, ResultRow>()
      for (let from = 0; from < asked.length; from += BLOCK) {
        const block = await archive.value.articleRows(asked.slice(from, from + BLOCK))
        for (const row of block) rows.set(row.id, row)
      }
      return rows
    },
  )
  return computed(() => answer.value)
}
