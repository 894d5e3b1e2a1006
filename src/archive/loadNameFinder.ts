import type { NameFinder } from '../search/nameFinder'
import { loadOnce } from './loadOnce'

/** The finder of names in pinyin. It is fetched, with its table, when it is first wanted; after a failure, again. */
export const loadNameFinder: () => Promise<NameFinder> = loadOnce(async () =>
  (await import('../search/nameFinder')).createNameFinder(),
)
