import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { CollectionSummary } from '../domain/collectionSummary'
import { useLatest } from './stateless/useLatest'
import { useMessages } from '../locales/useMessages'
import { useArchive } from './useArchive'

/** The collections on this device, asked again whenever the content changes, and their titles by id. */
export function useCollections(): {
  readonly collections: ShallowRef<readonly CollectionSummary[] | null>
  readonly titles: ComputedRef<ReadonlyMap<string, string>>
} {
  const { archive, status } = useArchive()
  const { t } = useMessages()
  const { answer } = useLatest(
    () =>
      status.value.phase === 'opening'
        ? null
        : { revision: status.value.contentRevision, phase: status.value.phase },
    () => archive.value.collections(),
  )
  return {
    collections: answer,
    titles: computed(
      () =>
        new Map(
          (answer.value ?? []).map(({ id, title, isOwn }) => [id, isOwn ? t('collections.own') : title]),
        ),
    ),
  }
}
