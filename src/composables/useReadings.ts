import { computed, type ComputedRef } from 'vue'
import { newestReadings, readingChange, type Reading, type ReadingState } from '../domain/reading'
import { useKeptMessages } from '../locales/useKeptMessages'
import { wordCount } from '../locales/wordCount'
import type { NamedArticle } from './useBookmarks'
import { useRecords } from './useRecords'

/** The reading list, and how articles come to stand on it. */
export interface Readings {
  /** What was said last first; `null` until it is known. */
  readonly readings: ComputedRef<readonly Reading[] | null>
  /** Puts articles on the list, moves them, or takes them off (`null`), with a way back; whether that was written. */
  readonly put: (articles: readonly NamedArticle[], state: ReadingState | null) => Promise<boolean>
}

/**
 * How far articles were read.
 *
 * @param about only what is said of these; all of it for `null`
 */
export function useReadings(about: () => readonly string[] | null): Readings {
  const { t } = useKeptMessages()
  const { answer, save } = useRecords('reading', about)
  return {
    readings: computed(() => (answer.value === null ? null : newestReadings(answer.value))),
    put(articles, state) {
      const changes = articles.map(({ id, title }) => readingChange(id, title, state))
      const n = articles.length
      return save(changes, t(`kept.notice.${state ?? 'unlisted'}`, { n: wordCount(n) }, n))
    },
  }
}
