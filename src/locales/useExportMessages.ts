import { exportEn } from './exportEn'
import { exportZhHans } from './exportZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those for citing and exporting are there from now on. */
export const useExportMessages = () => useRoomMessages({ zhHans: exportZhHans, en: exportEn })
