import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { CollectionOffer, CollectionSummary, Failure } from '../domain/archive'
import { toArchiveError } from '../domain/problem'
import { useArchive } from './useArchive'

/** Looking at the collection at an address, and taking it in. */
export interface CollectionOffering {
  readonly offer: ShallowRef<CollectionOffer | null>
  readonly takenIn: ShallowRef<CollectionSummary | null>
  readonly failure: ShallowRef<Failure | null>
  readonly doing: Ref<'looking' | 'takingIn' | null>
  readonly look: (address: string) => Promise<void>
  readonly takeIn: (address: string) => Promise<void>
  readonly dismiss: () => void
}

/** Offers collections to the user; nothing is fetched before `look`, nothing is written before `takeIn`. */
export function useCollectionOffer(): CollectionOffering {
  const { archive } = useArchive()
  const offer = shallowRef<CollectionOffer | null>(null)
  const takenIn = shallowRef<CollectionSummary | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const doing = ref<'looking' | 'takingIn' | null>(null)

  async function attempt(what: 'looking' | 'takingIn', act: () => Promise<void>): Promise<void> {
    if (doing.value !== null) return
    doing.value = what
    failure.value = null
    takenIn.value = null
    try {
      await act()
    } catch (cause) {
      const { code, subject, message } = toArchiveError(cause)
      failure.value = { code, subject, message }
    }
    doing.value = null
  }

  return {
    offer,
    takenIn,
    failure,
    doing,
    look: (address) =>
      attempt('looking', async () => {
        offer.value = null
        offer.value = await archive.value.offerCollection(address)
      }),
    takeIn: (address) =>
      attempt('takingIn', async () => {
        takenIn.value = await archive.value.takeInCollection(address)
        offer.value = null
      }),
    dismiss() {
      offer.value = null
      failure.value = null
    },
  }
}
