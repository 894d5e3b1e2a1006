import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages } from './messages'

/** The words of the interface in the chosen language: `t` for a message, `tm` with `rt` for a list, `locale` to switch. */
export function useMessages() {
  return useI18n<{ message: Messages }, InterfaceLanguage>({ useScope: 'global' })
}
