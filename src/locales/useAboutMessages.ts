import { aboutEn } from './aboutEn'
import { aboutZhHans } from './aboutZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those of the guide are there from now on. */
export const useAboutMessages = () => useRoomMessages({ zhHans: aboutZhHans, en: aboutEn })
