import { computed, type ComputedRef } from 'vue'
import type { Card } from '../domain/card'
import { cardStanding, type ArticleNow, type CardStanding } from '../domain/cardStanding'
import { MOST_ASKED } from '../domain/collecting'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** How cards stand to their articles, asked again whenever the archive changes; without those that are not known yet. */
export function useCardStandings(
  shown: () => readonly Card[],
): ComputedRef<ReadonlyMap<string, CardStanding>> {
  const { archive, status } = useArchive()
  const { answer } = useLatest(
    () => {
      const { phase, contentRevision } = status.value
      // While articles are still coming, one that is not there yet is not gone.
      if (phase === 'opening' || phase === 'loading' || phase === 'failed') return null
      return { ids: [...new Set(shown().map(({ source }) => source.id))], contentRevision }
    },
    async ({ ids }) => {
      const found = new Map<string, ArticleNow | null>()
      for (let from = 0; from < ids.length; from += MOST_ASKED) {
        const asked = ids.slice(from, from + MOST_ASKED)
        for (const [at, now] of (await archive.value.articlesNow(asked)).entries()) found.set(asked[at]!, now)
      }
      return found
    },
  )
  return computed(() => {
    const known = answer.value
    if (known === null) return new Map()
    return new Map(
      shown().flatMap((card) => {
        const now = known.get(card.source.id)
        return now === undefined ? [] : [[card.id, cardStanding(card, now)] as const]
      }),
    )
  })
}
