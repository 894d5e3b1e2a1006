import { computed, shallowRef, type ComputedRef } from 'vue'
import { typedWord, type Suggestion } from '../domain/suggestion'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'
import { useSearchHistory } from './useSearchHistory'

/** Suggestions that are shown at once. */
const SHOWN = 8

/** What may be meant by what is being typed, and the searches that this device remembers. */
export function useSuggestions(): {
  readonly suggestions: ComputedRef<readonly Suggestion[]>
  /** Asks for suggestions for the words in the box. */
  readonly ask: (words: string) => void
  /** Keeps the words of a search that was meant as it stands. */
  readonly remember: (words: string) => void
} {
  const { archive, status } = useArchive()
  const { searches, isOn, remember } = useSearchHistory()
  const asked = shallowRef<string | null>(null)
  const recent = (): readonly string[] => (isOn.value ? searches.value : [])
  const { answer } = useLatest(
    () => (asked.value === null || status.value.phase === 'opening' ? null : { words: asked.value }),
    async ({ words }) => {
      const { word } = typedWord(words)
      const isBlank = words.trim() === ''
      // Where no word is being typed there is nothing to complete, but in an empty box.
      if (word === '' && !isBlank) return { words, found: [] }
      return { words, found: await archive.value.suggest(isBlank ? '' : word, SHOWN, recent()) }
    },
  )
  return {
    suggestions: computed(() => (answer.value?.words === asked.value ? (answer.value?.found ?? []) : [])),
    ask(words) {
      asked.value = words
    },
    remember,
  }
}
