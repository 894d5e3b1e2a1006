import { createPinyin, type Pinyin } from '../text/pinyin'
import { loadOnce } from './loadOnce'

/** The reader of names in pinyin. Its table is fetched when it is first wanted; after a failure, again. */
export const loadPinyin: () => Promise<Pinyin> = loadOnce(async () => {
  const { pinyinTable } = await import('../text/pinyinTable')
  return createPinyin(pinyinTable)
})
