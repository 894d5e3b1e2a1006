import { computed, type ComputedRef, type Ref } from 'vue'
import type { SearchAnswer } from '../domain/archive'
import type { ArticleQuery } from '../domain/articleQuery'
import type { QueryOffer } from '../domain/queryReading'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** What one is offered beside the answer to a query; looked for once the answer is there, which never waits for it. */
export function useQueryOffers(
  query: ComputedRef<ArticleQuery>,
  answer: Readonly<Ref<SearchAnswer | null>>,
): ComputedRef<readonly QueryOffer[]> {
  const { archive } = useArchive()
  const { answer: offers } = useLatest(
    () => (answer.value === null ? null : { of: answer.value, query: query.value }),
    async (asked) => ({ of: asked.of, found: await archive.value.offers(asked.query) }),
  )
  return computed(() => (offers.value?.of === answer.value ? (offers.value?.found ?? []) : []))
}
