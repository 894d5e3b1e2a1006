import { termsEn } from './termsEn'
import { termsZhHans } from './termsZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those about terms are there from now on. */
export const useTermMessages = () => useRoomMessages({ zhHans: termsZhHans, en: termsEn })
