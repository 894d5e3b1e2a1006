import { keptEn } from './keptEn'
import { keptZhHans } from './keptZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those for bookmarks, reading and saved searches are there from now on. */
export const useKeptMessages = () => useRoomMessages({ zhHans: keptZhHans, en: keptEn })
