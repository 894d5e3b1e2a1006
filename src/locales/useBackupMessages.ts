import { backupEn } from './backupEn'
import { backupZhHans } from './backupZhHans'
import { useRoomMessages } from './useRoomMessages'

/** The app's words, of which those about backups are there from now on. */
export const useBackupMessages = () => useRoomMessages({ zhHans: backupZhHans, en: backupEn })
