import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** What was just done, in words, and how it is taken back. */
export interface DoneNotice {
  readonly tone: 'quiet' | 'failure'
  readonly words: string
  /** Takes back what was done; `null` where there is nothing to take back. */
  readonly undo: (() => Promise<void>) | null
}

/** What was just done to articles; it outlives the page on which it was done. */
export const useMendingStore = defineStore('mending', () => {
  const notice = shallowRef<DoneNotice | null>(null)
  /** Raised whenever something is kept with an article or taken away: the archive's own revision tells of articles only. */
  const keptRevision = ref(0)
  return { notice, keptRevision }
})
