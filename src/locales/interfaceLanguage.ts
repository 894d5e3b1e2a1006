import { createI18n } from 'vue-i18n'
import { compileMessage } from './compileMessage'
import type { Messages } from './messages'
import { en } from './en'
import { zhHans } from './zhHans'

/** The languages of the interface, as BCP 47 tags. */
export type InterfaceLanguage = 'zh-Hans' | 'en'

/** The interface in its two languages, ready for the app; changing `global.locale.value` changes every text at once. */
export function createInterfaceLanguage(language: InterfaceLanguage) {
  return createI18n<[Messages], InterfaceLanguage, false>({
    legacy: false,
    locale: language,
    fallbackLocale: 'zh-Hans',
    messageCompiler: compileMessage,
    messages: { 'zh-Hans': zhHans, en },
  })
}
