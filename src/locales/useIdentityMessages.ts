import { identityEn } from './identityEn'
import { identityZhHans } from './identityZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those for who is who are there from now on. */
export const useIdentityMessages = () => useRoomMessages({ zhHans: identityZhHans, en: identityEn })
