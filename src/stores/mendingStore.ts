import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

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
  return { notice }
})
