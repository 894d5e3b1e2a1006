import { moreEn } from './moreEn'
import { moreZhHans } from './moreZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those of the page that leads everywhere are there from now on. */
export const useMoreMessages = () => useRoomMessages({ zhHans: moreZhHans, en: moreEn })
