import { createPinyin, type Pinyin } from '../text/pinyin'

let loaded: Promise<Pinyin> | null = null

/** The reader of names in pinyin. Its table is fetched when it is first wanted; after a failure, again. */
export function loadPinyin(): Promise<Pinyin> {
  loaded ??= import('../text/pinyinTable').then(
    ({ pinyinTable }) => createPinyin(pinyinTable),
    (cause: unknown) => {
      loaded = null
      throw cause
    },
  )
  return loaded
}
