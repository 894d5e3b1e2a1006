import { useI18n } from 'vue-i18n'
import { backupEn } from './backupEn'
import { backupZhHans } from './backupZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'

/** The app's words, of which those about backups are there from now on. */
export function useBackupMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof backupZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('backup.title')) {
    words.mergeLocaleMessage('zh-Hans', backupZhHans)
    words.mergeLocaleMessage('en', backupEn)
  }
  return words
}
