import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { PeopleQuestion } from '../domain/peopleRecord'

/** What a list of names shows: names, doubtful names, or offices. */
export type PeopleList = PeopleQuestion['sureness'] | 'offices'

/** What the address says of the list of names; what is malformed counts as absent. */
export interface PeopleAddress {
  readonly contains: ComputedRef<string>
  readonly office: ComputedRef<string>
  readonly list: ComputedRef<PeopleList>
  readonly sort: ComputedRef<PeopleQuestion['sort']>
  /** Changes the address; an empty text or a default is absent from it. Typing on is one step in the history. */
  readonly patch: (
    changes: Readonly<Partial<Record<'q' | 'office' | 'list' | 'sort', string>>>,
    isTyping?: boolean,
  ) => void
}

const DEFAULTS: Readonly<Record<string, string>> = { list: 'certain', sort: 'frequency' }

/** The address is the only home of what the list of names shows. */
export function usePeopleAddress(): PeopleAddress {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string): string => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    contains: computed(() => text('q')),
    office: computed(() => text('office')),
    list: computed(() => {
      const list = text('list')
      return list === 'possible' || list === 'offices' ? list : 'certain'
    }),
    sort: computed(() => (text('sort') === 'name' ? 'name' : 'frequency')),
    patch(changes, isTyping = false) {
      const next = Object.entries({ ...route.query, ...changes }).filter(
        ([name, value]) => value !== '' && value !== DEFAULTS[name],
      )
      const target = { path: route.path, query: Object.fromEntries(next) }
      void (isTyping ? router.replace(target) : router.push(target))
    },
  }
}
