import { defineStore, storeToRefs } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Failure } from '../domain/failure'
import type { Batch } from '../domain/clipping'

/** What can be done with a batch, one thing at a time. */
export type ImportWork = 'reading' | 'mapping' | 'accepting' | 'cancelling' | 'undoing'

/** What is being brought in; it outlives the import page, so that one can look at something else meanwhile. */
export const useImportStore = defineStore('import', () => {
  /** The batch that waits to be checked and accepted. */
  const staged = shallowRef<Batch | null>(null)
  /** What was accepted last, until something else is brought. */
  const accepted = shallowRef<Batch | null>(null)
  /** What is being done with a batch; nothing else can be begun meanwhile. */
  const work = ref<ImportWork | null>(null)
  /** Whether something of the staged batch was edited, which would be lost with it. */
  const hasEdits = ref(false)
  /** Whether reading is to end, told before the archive has begun with it. */
  const isGivenUp = ref(false)
  const failure = shallowRef<Failure | null>(null)
  return { staged, accepted, work, isGivenUp, hasEdits, failure }
})

/** The same, as refs. */
export function useImportState() {
  return storeToRefs(useImportStore())
}
