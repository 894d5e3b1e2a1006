import { createPinyin, type Pinyin } from '../text/pinyin'
import { pinyinTable } from '../text/pinyinTable'
import type { ArchiveOrder } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { NameDirectory } from './nameDirectory'
import { officeCheck } from './people/officeCheck'
import { SuggestionIndex } from './suggestionIndex'

/** Makes what finds names by how they are read aloud, and offices by their other forms; with its table, so that it is all fetched when it is first wanted. */
export interface NameFinder {
  readonly directory: (columns: ArticleColumns, order: ArchiveOrder) => NameDirectory
  readonly suggestions: (columns: ArticleColumns, order: ArchiveOrder) => SuggestionIndex
  /** Whether an article gives somebody an office of which `check` is true, or a form of what is written; see `officeCheck`. */
  readonly offices: typeof officeCheck
}

/** The finder of names in pinyin. */
export function createNameFinder(pinyin: Pinyin = createPinyin(pinyinTable)): NameFinder {
  return {
    directory: (columns, order) => new NameDirectory(pinyin, columns, order),
    suggestions: (columns, order) => new SuggestionIndex(pinyin, columns, order),
    offices: officeCheck,
  }
}
