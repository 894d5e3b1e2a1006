import { computed, type ComputedRef } from 'vue'
import { bookmarkChange, newestBookmarks, type Bookmark } from '../domain/bookmark'
import { useKeptMessages } from '../locales/useKeptMessages'
import { wordCount } from '../locales/wordCount'
import { useRecords } from './useRecords'

/** An article as it is remembered beside what is kept of it. */
export interface NamedArticle {
  readonly id: string
  /** It may be empty where it is not at hand. */
  readonly title: string
}

/** Bookmarks, and how they are set. */
export interface Bookmarks {
  /** The newest first; `null` until they are known. */
  readonly bookmarks: ComputedRef<readonly Bookmark[] | null>
  /** Sets bookmarks on articles or takes them away, with a way back; whether that was written. */
  readonly mark: (articles: readonly NamedArticle[], isMarked: boolean) => Promise<boolean>
}

/**
 * The bookmarks on articles.
 *
 * @param about only those on these; all of them for `null`
 */
export function useBookmarks(about: () => readonly string[] | null): Bookmarks {
  const { t } = useKeptMessages()
  const { answer, save } = useRecords('bookmark', about)
  return {
    bookmarks: computed(() => (answer.value === null ? null : newestBookmarks(answer.value))),
    mark(articles, isMarked) {
      const changes = articles.map(({ id, title }) => bookmarkChange(id, title, isMarked))
      const n = articles.length
      const told = t(isMarked ? 'kept.notice.marked' : 'kept.notice.unmarked', { n: wordCount(n) }, n)
      return save(changes, told)
    },
  }
}
