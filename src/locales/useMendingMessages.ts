import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import { mendingEn } from './mendingEn'
import type { MendingMessages } from './mendingMessages'
import { mendingZhHans } from './mendingZhHans'
import type { Messages } from './messages'

/** The app's words, of which those for mending articles are there from now on. */
export function useMendingMessages() {
  const words = useI18n<{ message: Messages & MendingMessages }, InterfaceLanguage>({ useScope: 'global' })
  if (!words.te('mending.more', 'en')) {
    words.mergeLocaleMessage('zh-Hans', mendingZhHans)
    words.mergeLocaleMessage('en', mendingEn)
  }
  return words
}
