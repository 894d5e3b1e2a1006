import { usePreferredDark, useStorage } from '@vueuse/core'
import { computed, watch, watchEffect, type ComputedRef } from 'vue'
import { parsePreferences, type Language, type Preferences } from '../domain/preferences'
import { usePreferencesStore } from '../stores/preferencesStore'

/** The colour of the browser's own bar: the paper of `tokens.css`, which to ask for would cost a layout. */
const BAR_COLOURS = { light: '#faf8f4', dark: '#161513' } as const
const READING_SCALES = { small: '0.9', standard: '1', large: '1.18', largest: '1.4' } as const

/** The preferences, the theme that follows from them, and the one way to change them. */
export function usePreferences(): {
  readonly preferences: ComputedRef<Preferences>
  readonly isDark: ComputedRef<boolean>
  readonly choose: (changes: Partial<Preferences>) => void
} {
  const store = usePreferencesStore()
  const preferences = computed(() => store.preferences)
  const prefersDark = usePreferredDark()
  const isDark = computed(() =>
    preferences.value.theme === 'system' ? prefersDark.value : preferences.value.theme === 'dark',
  )
  return { preferences, isDark, choose: store.choose }
}

/**
 * Keeps the preferences between visits and puts them on the document: theme, language, text size. To be called once,
 * with the app, before it mounts, so that nothing is drawn twice. The interface follows them by `speak`; what is given back
 * settles when it does for the first time.
 */
export function keepPreferences(speak: (language: Language) => Promise<void>): Promise<void> {
  const { preferences, isDark, choose } = usePreferences()
  const kept = useStorage('jianbao-preferences', '', undefined, { onError: () => undefined })
  const readKept = (): unknown => {
    try {
      return JSON.parse(kept.value)
    } catch {
      return null
    }
  }
  choose(parsePreferences(readKept(), navigator.languages))
  watch(preferences, (next) => {
    kept.value = JSON.stringify(next)
  })
  // Another tab chose something.
  watch(kept, () => {
    if (kept.value !== JSON.stringify(preferences.value))
      choose(parsePreferences(readKept(), navigator.languages))
  })
  watchEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = isDark.value ? 'dark' : 'light'
    root.dataset['shortcuts'] = preferences.value.areShortcutsOn ? 'on' : 'off'
    root.lang = preferences.value.language
    root.style.setProperty('--reading-scale', READING_SCALES[preferences.value.readingSize])
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute('content', BAR_COLOURS[isDark.value ? 'dark' : 'light'])
  })
  const language = computed(() => preferences.value.language)
  watch(language, speak)
  return speak(language.value)
}
