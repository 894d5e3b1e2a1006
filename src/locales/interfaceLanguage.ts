import { createI18n } from 'vue-i18n'
import type { Language } from '../domain/preferences'
import type { Messages } from './messages'
import { en } from './en'
import { zhHans } from './zhHans'

/** The interface in its two languages, ready for the app; changing `global.locale.value` changes every text at once. */
export function createInterfaceLanguage(language: Language) {
  return createI18n<[Messages], Language, false>({
    legacy: false,
    locale: language,
    fallbackLocale: 'zh-Hans',
    messages: { 'zh-Hans': zhHans as Messages, en },
  })
}
