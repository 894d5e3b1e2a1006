import { useStorage } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import { parseRecentSearches, rememberSearch } from '../domain/suggestion'
import { usePreferences } from './usePreferences'

/** The searches that this device remembers, while the user wants it to. */
export interface SearchHistory {
  /** The newest first, each once. */
  readonly searches: ComputedRef<readonly string[]>
  /** Whether searches are remembered. */
  readonly isOn: ComputedRef<boolean>
  /** Keeps the words of a search that was meant as it stands. */
  readonly remember: (words: string) => void
  /** Puts other searches in the place of all. */
  readonly replace: (searches: readonly string[]) => void
}

/** The search history, which no other device and no backup knows. */
export function useSearchHistory(): SearchHistory {
  const { preferences } = usePreferences()
  const kept = useStorage('jianbao-searches', '', undefined, { onError: () => undefined })
  const isOn = computed(() => preferences.value.isHistoryOn)
  const searches = computed(() => {
    try {
      return parseRecentSearches(JSON.parse(kept.value))
    } catch {
      return []
    }
  })
  const replace = (next: readonly string[]): void => {
    kept.value = JSON.stringify(next)
  }
  return {
    searches,
    isOn,
    remember(words) {
      if (isOn.value) replace(rememberSearch(searches.value, words))
    },
    replace,
  }
}
