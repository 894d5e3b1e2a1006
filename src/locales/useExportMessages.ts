import { useI18n } from 'vue-i18n'
import { exportEn } from './exportEn'
import type { ExportMessages } from './exportMessages'
import { exportZhHans } from './exportZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages } from './messages'

/** The app's words, of which those for citing and exporting are there from now on. */
export function useExportMessages() {
  const words = useI18n<{ message: Messages & ExportMessages }, InterfaceLanguage>({ useScope: 'global' })
  if (!words.te('export.title')) {
    words.mergeLocaleMessage('zh-Hans', exportZhHans)
    words.mergeLocaleMessage('en', exportEn)
  }
  return words
}
