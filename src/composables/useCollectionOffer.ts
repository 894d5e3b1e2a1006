import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { CollectionOffer, CollectionSummary } from '../domain/collectionSummary'
import type { Failure } from '../domain/failure'
import type { GivenFile } from '../domain/givenFiles'
import { toArchiveError } from '../domain/problem'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** Where a collection is: at an address, or in files that the user has given. */
export type CollectionSource = string | readonly GivenFile[]

/** Looking at a collection, and taking it in. */
export interface CollectionOffering {
  /** The collection that was looked at last; `null` until it is known, and once it is dismissed or taken in. */
  readonly offer: ComputedRef<CollectionOffer | null>
  readonly takenIn: ShallowRef<CollectionSummary | null>
  readonly failure: ComputedRef<Failure | null>
  readonly isLooking: ComputedRef<boolean>
  readonly isTakingIn: Ref<boolean>
  readonly look: (source: CollectionSource) => void
  readonly takeIn: (source: CollectionSource) => Promise<void>
  /** Takes in what is offered. */
  readonly accept: () => Promise<void>
  readonly dismiss: () => void
}

/** Offers collections to the user; nothing is fetched before `look`, nothing is written before `takeIn`. */
export function useCollectionOffer(): CollectionOffering {
  const { archive } = useArchive()
  /** What is being looked at; a new object for every look, so that the same one can be looked at again. */
  const wanted = shallowRef<{ readonly source: CollectionSource } | null>(null)
  const looked = useLatest(
    () => wanted.value,
    async (asked) => ({
      asked,
      offer: await (typeof asked.source === 'string'
        ? archive.value.offerCollection(asked.source)
        : archive.value.offerGivenCollection(asked.source)),
    }),
  )
  const takenIn = shallowRef<CollectionSummary | null>(null)
  const takeInFailure = shallowRef<Failure | null>(null)
  const isTakingIn = ref(false)

  function begin(source: CollectionSource | null): void {
    wanted.value = source === null ? null : { source }
    takenIn.value = null
    takeInFailure.value = null
  }

  async function takeIn(source: CollectionSource): Promise<void> {
    if (isTakingIn.value) return
    isTakingIn.value = true
    takenIn.value = null
    takeInFailure.value = null
    try {
      const summary = await (typeof source === 'string'
        ? archive.value.takeInCollection(source)
        : archive.value.takeInGivenCollection(source))
      begin(null)
      takenIn.value = summary
    } catch (cause) {
      const { code, subject, message } = toArchiveError(cause)
      takeInFailure.value = { code, subject, message }
    }
    isTakingIn.value = false
  }

  return {
    offer: computed(() => {
      const answer = looked.answer.value
      return answer !== null && answer.asked === wanted.value ? answer.offer : null
    }),
    takenIn,
    failure: computed(() => takeInFailure.value ?? (wanted.value === null ? null : looked.failure.value)),
    isLooking: computed(() => wanted.value !== null && looked.isBusy.value),
    isTakingIn,
    look: begin,
    takeIn,
    async accept() {
      if (wanted.value !== null) await takeIn(wanted.value.source)
    },
    dismiss() {
      begin(null)
    },
  }
}
