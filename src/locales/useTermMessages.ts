import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'
import { termsEn } from './termsEn'
import { termsZhHans } from './termsZhHans'

/** The app's words, of which those about terms are there from now on. */
export function useTermMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof termsZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('terms.title', 'en')) {
    words.mergeLocaleMessage('zh-Hans', termsZhHans)
    words.mergeLocaleMessage('en', termsEn)
  }
  return words
}
