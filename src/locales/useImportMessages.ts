import { importEn } from './importEn'
import { importZhHans } from './importZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those for bringing articles in are there from now on. */
export const useImportMessages = () => useRoomMessages({ zhHans: importZhHans, en: importEn })
