import { defineStore } from 'pinia'
import { ref } from 'vue'
import { parsePreferences, type Preferences } from '../domain/preferences'

/** What the reader chose for this device. Whoever keeps it between visits reads and writes it here. */
export const usePreferencesStore = defineStore('preferences', () => {
  const preferences = ref<Preferences>(parsePreferences(null, []))

  /** Changes some of the preferences. */
  function choose(changes: Partial<Preferences>): void {
    preferences.value = { ...preferences.value, ...changes }
  }

  return { preferences, choose }
})
