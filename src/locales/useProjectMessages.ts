import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages } from './messages'
import type { ProjectMessages } from './projectMessages'
import { projectsEn } from './projectsEn'
import { projectsZhHans } from './projectsZhHans'

/** The app's words, of which those of projects are there from now on. */
export function useProjectMessages() {
  const words = useI18n<{ message: Messages & ProjectMessages }, InterfaceLanguage>({ useScope: 'global' })
  if (!words.te('projects.title', 'en')) {
    words.mergeLocaleMessage('zh-Hans', projectsZhHans)
    words.mergeLocaleMessage('en', projectsEn)
  }
  return words
}
