import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { CollectionOffer, CollectionSummary, Failure } from '../domain/archive'
import { toArchiveError } from '../domain/problem'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** Looking at the collection at an address, and taking it in. */
export interface CollectionOffering {
  /** The collection at the address looked at last; `null` until it is known, and once it is dismissed or taken in. */
  readonly offer: ComputedRef<CollectionOffer | null>
  readonly takenIn: ShallowRef<CollectionSummary | null>
  readonly failure: ComputedRef<Failure | null>
  readonly isLooking: ComputedRef<boolean>
  readonly isTakingIn: Ref<boolean>
  readonly look: (address: string) => void
  readonly takeIn: (address: string) => Promise<void>
  readonly dismiss: () => void
}

/** Offers collections to the user; nothing is fetched before `look`, nothing is written before `takeIn`. */
export function useCollectionOffer(): CollectionOffering {
  const { archive } = useArchive()
  /** What is being looked at; a new object for every look, so that the same address can be looked at again. */
  const wanted = shallowRef<{ readonly address: string } | null>(null)
  const looked = useLatest(
    () => wanted.value,
    async (asked) => ({ asked, offer: await archive.value.offerCollection(asked.address) }),
  )
  const takenIn = shallowRef<CollectionSummary | null>(null)
  const takeInFailure = shallowRef<Failure | null>(null)
  const isTakingIn = ref(false)

  function begin(address: string | null): void {
    wanted.value = address === null ? null : { address }
    takenIn.value = null
    takeInFailure.value = null
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
    async takeIn(address) {
      if (isTakingIn.value) return
      isTakingIn.value = true
      takenIn.value = null
      takeInFailure.value = null
      try {
        const summary = await archive.value.takeInCollection(address)
        begin(null)
        takenIn.value = summary
      } catch (cause) {
        const { code, subject, message } = toArchiveError(cause)
        takeInFailure.value = { code, subject, message }
      }
      isTakingIn.value = false
    },
    dismiss() {
      begin(null)
    },
  }
}
