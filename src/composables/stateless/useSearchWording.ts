import { activeFilters, type ArticleQuery } from '../../domain/articleQuery'
import { useKeptMessages } from '../../locales/useKeptMessages'
import { useFilterWording } from './useFilterWording'

/** What a query asks, in one line of the interface language: its words and its filters. */
export function useSearchWording(): {
  readonly wordSearch: (query: ArticleQuery, collectionTitles: ReadonlyMap<string, string>) => string
} {
  const { t } = useKeptMessages()
  const { wordFilter } = useFilterWording()
  return {
    wordSearch(query, collectionTitles) {
      const words = query.q.trim()
      const filters = activeFilters(query).map((filter) => wordFilter(filter, collectionTitles))
      const parts = [...(words === '' ? [] : [words]), ...filters]
      return parts.length === 0 ? t('kept.whole') : parts.join(' · ')
    },
  }
}
