import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import { keptEn } from './keptEn'
import { keptZhHans } from './keptZhHans'
import type { Messages, Worded } from './messages'

/** The app's words, of which those for bookmarks, reading and saved searches are there from now on. */
export function useKeptMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof keptZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('kept.title', 'en')) {
    words.mergeLocaleMessage('zh-Hans', keptZhHans)
    words.mergeLocaleMessage('en', keptEn)
  }
  return words
}
