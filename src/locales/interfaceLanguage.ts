import { createI18n } from 'vue-i18n'
import { compileMessage } from './compileMessage'
import type { Messages } from './messages'
import { zhHans } from './zhHans'

/** The languages of the interface, as BCP 47 tags. */
export type InterfaceLanguage = 'zh-Hans' | 'en'

/** The interface in its words: Chinese from the start, any other language once it was spoken. */
export function createInterfaceLanguage() {
  return createI18n<[Messages], InterfaceLanguage, false>({
    legacy: false,
    locale: 'zh-Hans',
    fallbackLocale: 'zh-Hans',
    messageCompiler: compileMessage,
    messages: { 'zh-Hans': zhHans } as Record<InterfaceLanguage, Messages>,
  })
}

/** What {@link createInterfaceLanguage} makes, as far as the language is changed by it. */
export type InterfaceWords = ReturnType<typeof createInterfaceLanguage>['global']

/**
 * Changes every text to a language, once its words are there; of two changes the later one counts. Settles when the
 * texts have changed; where the words cannot be had, they stay as they are.
 */
export function createSpeaker(words: InterfaceWords): (language: InterfaceLanguage) => Promise<void> {
  let wanted: InterfaceLanguage = words.locale.value
  let hasEnglish = false
  return async (language) => {
    wanted = language
    if (language === 'en' && !hasEnglish) {
      try {
        words.mergeLocaleMessage('en', (await import('./en')).en)
        hasEnglish = true
      } catch {
        return
      }
    }
    // The words of another language may have been waited for meanwhile.
    if (wanted === language) words.locale.value = language
  }
}
