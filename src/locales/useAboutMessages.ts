import { useI18n } from 'vue-i18n'
import { aboutEn } from './aboutEn'
import { aboutZhHans } from './aboutZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'

/** The app's words, of which those of the guide are there from now on. */
export function useAboutMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof aboutZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('about.title')) {
    words.mergeLocaleMessage('zh-Hans', aboutZhHans)
    words.mergeLocaleMessage('en', aboutEn)
  }
  return words
}
