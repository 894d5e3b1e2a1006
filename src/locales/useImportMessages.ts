import { useI18n } from 'vue-i18n'
import { importEn } from './importEn'
import type { ImportMessages } from './importMessages'
import { importZhHans } from './importZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages } from './messages'

/** The app's words, of which those for bringing articles in are there from now on. */
export function useImportMessages() {
  const words = useI18n<{ message: Messages & ImportMessages }, InterfaceLanguage>({ useScope: 'global' })
  if (!words.te('import.title')) {
    words.mergeLocaleMessage('zh-Hans', importZhHans)
    words.mergeLocaleMessage('en', importEn)
  }
  return words
}
