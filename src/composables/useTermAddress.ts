import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { TermKind } from '../domain/term'
import { encodeTrendTerms, parseTrendTerms } from '../domain/termAddress'
import type { TermListQuery, TrendUnit } from '../domain/termUse'

const KINDS: readonly TermKind[] = ['formula', 'campaign', 'meeting', 'quoted']
const SORTS: readonly TermListQuery['sort'][] = ['frequency', 'first', 'last']

/** What the address says of the pages about terms; what is malformed counts as absent. */
export interface TermAddress {
  readonly contains: ComputedRef<string>
  readonly kind: ComputedRef<TermKind | null>
  readonly sort: ComputedRef<TermListQuery['sort']>
  readonly unit: ComputedRef<TrendUnit>
  readonly newspaper: ComputedRef<string | null>
  /** The terms that are compared. */
  readonly terms: ComputedRef<readonly string[]>
  /** Changes the address; `null` takes a value out. Typing on is one step in the history. */
  readonly patch: (
    changes: Readonly<Record<string, string | readonly string[] | null>>,
    isTyping?: boolean,
  ) => void
}

/** The address is the only home of what the pages about terms show. */
export function useTermAddress(): TermAddress {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string): string => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    contains: computed(() => text('q')),
    kind: computed(() => KINDS.find((kind) => kind === text('kind')) ?? null),
    sort: computed(() => SORTS.find((sort) => sort === text('sort')) ?? 'frequency'),
    unit: computed(() => (text('unit') === 'month' ? 'month' : 'year')),
    newspaper: computed(() => text('newspaper') || null),
    terms: computed(() => parseTrendTerms(route.query['terms'])),
    patch(changes, isTyping = false) {
      const next = { ...route.query, ...changes }
      const query = Object.fromEntries(
        Object.entries(next).flatMap(([name, value]) => {
          const written = Array.isArray(value) ? encodeTrendTerms(value as readonly string[]) : value
          return written === null || written === '' || written === undefined
            ? []
            : [[name, written as string]]
        }),
      )
      const target = { path: route.path, query }
      void (isTyping ? router.replace(target) : router.push(target))
    },
  }
}
