import { mendingEn } from './mendingEn'
import { mendingZhHans } from './mendingZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those for mending articles are there from now on. */
export const useMendingMessages = () => useRoomMessages({ zhHans: mendingZhHans, en: mendingEn })
