import { computed, type ComputedRef } from 'vue'
import { useRecords } from './useRecords'

/** How much is in a project. */
export interface ProjectCount {
  readonly cards: number
  readonly entries: number
}

/** How many cards and entries each project has, by their ids; without those that have none. */
export function useProjectCounts(): ComputedRef<ReadonlyMap<string, ProjectCount>> {
  const cards = useRecords('card', () => null).answer
  const entries = useRecords('entry', () => null).answer
  return computed(() => {
    const found = new Map<string, ProjectCount>()
    const countOf = (id: string): ProjectCount => found.get(id) ?? { cards: 0, entries: 0 }
    for (const { about } of cards.value ?? []) {
      const count = countOf(about)
      found.set(about, { ...count, cards: count.cards + 1 })
    }
    for (const { about } of entries.value ?? []) {
      const count = countOf(about)
      found.set(about, { ...count, entries: count.entries + 1 })
    }
    return found
  })
}
