import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'
import { peopleEn } from './peopleEn'
import { peopleZhHans } from './peopleZhHans'

/** The app's words, of which those of names, people and offices are there from now on. */
export function usePeopleMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof peopleZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('people.title', 'en')) {
    words.mergeLocaleMessage('zh-Hans', peopleZhHans)
    words.mergeLocaleMessage('en', peopleEn)
  }
  return words
}
