import { followingEn } from './followingEn'
import { followingZhHans } from './followingZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those about following collections are there from now on. */
export const useFollowingMessages = () => useRoomMessages({ zhHans: followingZhHans, en: followingEn })
