import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { CollectionSummary } from '../domain/collectionSummary'
import type { Failure } from '../domain/failure'
import type { FileCheck, RemovalOutlook } from '../domain/following'
import { toArchiveError } from '../domain/problem'
import { useArchive } from './useArchive'

/** Verifying and removing one collection. */
export interface CollectionCare {
  /** Files verified so far, in their order; `null` before the first. */
  readonly checks: ShallowRef<readonly FileCheck[] | null>
  readonly isChecking: Ref<boolean>
  /** Whether all files were verified. */
  readonly isChecked: Ref<boolean>
  readonly failure: ShallowRef<Failure | null>
  readonly check: () => Promise<void>
  readonly stop: () => void
  /** Puts damaged files away; settles when what is there is shown. */
  readonly discard: () => Promise<void>
  /** Makes what is damaged of the index again; settles when everything is found again. */
  readonly rebuildIndex: () => Promise<void>
  /** Whether something that was found damaged is being mended. */
  readonly isMending: Ref<boolean>
  /** What removing would do, once asked for. */
  readonly outlook: ShallowRef<RemovalOutlook | null>
  readonly isRemoving: Ref<boolean>
  readonly askRemoval: () => Promise<void>
  readonly putRemovalOff: () => void
  /** Whether it is removed. */
  readonly remove: () => Promise<boolean>
}

/** @param collection the collection that is cared for; always the same one, whose summary may change */
export function useCollectionCare(collection: () => Pick<CollectionSummary, 'id'>): CollectionCare {
  const { archive } = useArchive()
  const checks = shallowRef<readonly FileCheck[] | null>(null)
  const isChecking = ref(false)
  const isChecked = ref(false)
  const isMending = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const outlook = shallowRef<RemovalOutlook | null>(null)
  const isRemoving = ref(false)

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    failure.value = null
    try {
      await work()
      return true
    } catch (cause) {
      const { code, subject, message } = toArchiveError(cause)
      failure.value = { code, subject, message }
      return false
    }
  }

  /** Mends what was found; it can be verified anew then. */
  async function mend(work: () => Promise<void>): Promise<void> {
    isMending.value = true
    await attempt(async () => {
      await work()
      checks.value = null
      isChecked.value = false
    })
    isMending.value = false
  }

  return {
    checks,
    isChecking,
    isChecked,
    failure,
    async check() {
      if (isChecking.value) return
      isChecking.value = true
      isChecked.value = false
      checks.value = []
      await attempt(async () => {
        for (let place = 0; isChecking.value; place += 1) {
          const checked = await archive.value.checkCollectionFile(collection().id, place)
          isChecked.value = checked === null
          if (checked === null) break
          checks.value = [...checks.value!, checked]
        }
      })
      isChecking.value = false
    },
    stop() {
      isChecking.value = false
    },
    isMending,
    discard: () =>
      mend(async () => {
        await archive.value.discardDamagedFiles(collection().id)
      }),
    rebuildIndex: () => mend(() => archive.value.rebuildDamagedIndex()),
    outlook,
    isRemoving,
    async askRemoval() {
      await attempt(async () => {
        outlook.value = await archive.value.removalOutlook(collection().id)
      })
    },
    putRemovalOff() {
      outlook.value = null
    },
    async remove() {
      isRemoving.value = true
      const isGone = await attempt(() => archive.value.removeCollection(collection().id))
      isRemoving.value = false
      outlook.value = null
      return isGone
    },
  }
}
