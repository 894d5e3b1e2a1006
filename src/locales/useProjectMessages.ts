import { projectsEn } from './projectsEn'
import { projectsZhHans } from './projectsZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those of projects are there from now on. */
export const useProjectMessages = () => useRoomMessages({ zhHans: projectsZhHans, en: projectsEn })
