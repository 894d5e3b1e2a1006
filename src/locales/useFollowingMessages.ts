import { useI18n } from 'vue-i18n'
import { followingEn } from './followingEn'
import { followingZhHans } from './followingZhHans'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'

/** The app's words, of which those about following collections are there from now on. */
export function useFollowingMessages() {
  const words = useI18n<{ message: Messages & Worded<typeof followingZhHans> }, InterfaceLanguage>({
    useScope: 'global',
  })
  if (!words.te('following.check')) {
    words.mergeLocaleMessage('zh-Hans', followingZhHans)
    words.mergeLocaleMessage('en', followingEn)
  }
  return words
}
