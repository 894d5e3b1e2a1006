import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'
import { moreEn } from './moreEn'
import { moreZhHans } from './moreZhHans'

/** The app's words, of which those of the page that leads everywhere are there from now on. */
export function useMoreMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof moreZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('more.title', 'en')) {
    words.mergeLocaleMessage('zh-Hans', moreZhHans)
    words.mergeLocaleMessage('en', moreEn)
  }
  return words
}
