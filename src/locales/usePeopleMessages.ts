import { peopleEn } from './peopleEn'
import { peopleZhHans } from './peopleZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those of names, people and offices are there from now on. */
export const usePeopleMessages = () => useRoomMessages({ zhHans: peopleZhHans, en: peopleEn })
