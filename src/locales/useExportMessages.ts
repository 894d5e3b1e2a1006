import { useI18n } from 'vue-i18n'
import { exportEn } from './exportEn'
import { exportZhHans } from './exportZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'

/** The messages of citing and exporting articles, in every language. */
export type ExportMessages = Worded<typeof exportZhHans>

/** The app's words, of which those for citing and exporting are there from now on. */
export function useExportMessages() {
  const words = useI18n<{ message: Messages & ExportMessages }, InterfaceLanguage>({ useScope: 'global' })
  if (!words.te('export.title')) {
    words.mergeLocaleMessage('zh-Hans', exportZhHans)
    words.mergeLocaleMessage('en', exportEn)
  }
  return words
}
