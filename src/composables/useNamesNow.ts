import { computed, type ComputedRef } from 'vue'
import { namesNow } from '../domain/namesNow'
import { decisionsOf } from '../domain/parseDecision'
import { useRecords } from './useRecords'

/** The names under which somebody is found who is asked for by a name, by what was decided; `null` until that is known. */
export function useNamesNow(name: () => string): ComputedRef<readonly string[] | null> {
  const { answer } = useRecords('decision', () => null)
  const decisions = computed(() => (answer.value === null ? null : decisionsOf(answer.value)))
  return computed(() => (decisions.value === null ? null : namesNow(name(), decisions.value)))
}
