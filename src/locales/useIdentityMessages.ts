import { useI18n } from 'vue-i18n'
import { identityEn } from './identityEn'
import type { IdentityMessages } from './identityMessages'
import { identityZhHans } from './identityZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages } from './messages'

/** The app's words, of which those for who is who are there from now on. */
export function useIdentityMessages() {
  const words = useI18n<{ message: Messages & IdentityMessages }, InterfaceLanguage>({ useScope: 'global' })
  if (!words.te('identity.title', 'en')) {
    words.mergeLocaleMessage('zh-Hans', identityZhHans)
    words.mergeLocaleMessage('en', identityEn)
  }
  return words
}
