import { useI18n } from 'vue-i18n'
import type { InterfaceLanguage } from './interfaceLanguage'
import type { Messages, Worded } from './messages'

/** The messages of one room of the app, in every language. */
export interface RoomMessages<Tree extends object> {
  readonly zhHans: Tree
  readonly en: Worded<Tree>
}

/** To which interfaces the messages of a room were added: in an app there is one, in tests many. */
const spoken = new WeakMap<object, WeakSet<object>>()

/**
 * The app's words, of which those of a room are there from now on, in every language and through every change of it.
 * Rooms differ in the first key of their messages; what is there already stays.
 */
export function useRoomMessages<Tree extends object>(room: RoomMessages<Tree>) {
  const words = useI18n<{ message: Messages & Worded<Tree> }, InterfaceLanguage>({ useScope: 'global' })
  let rooms = spoken.get(words)
  if (rooms === undefined) spoken.set(words, (rooms = new WeakSet()))
  if (!rooms.has(room.zhHans)) {
    rooms.add(room.zhHans)
    words.mergeLocaleMessage('zh-Hans', room.zhHans)
    words.mergeLocaleMessage('en', room.en)
  }
  return words
}
