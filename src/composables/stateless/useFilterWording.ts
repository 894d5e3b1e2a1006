import { decodeCategoryPath } from '../../domain/category'
import type { ActiveFilter } from '../../domain/articleQuery'
import { useDateWording } from './useDateWording'
import { usePageWording } from './usePageWording'
import { useMessages } from '../../locales/useMessages'

/** The filters of a query in the words of the interface language. */
export function useFilterWording() {
  const { t } = useMessages()
  const { longDate } = useDateWording()
  const { wordPage } = usePageWording()

  function wordDates(span: string): string {
    const [from = '', to = ''] = span.split('/')
    if (from === to) return longDate(from)
    if (from === '') return t('chips.datesTo', { to: longDate(to) })
    if (to === '') return t('chips.datesFrom', { from: longDate(from) })
    return t('chips.dates', { from: longDate(from), to: longDate(to) })
  }

  /** What the chip of a filter says; a collection is called by its title where it is known. */
  function wordFilter(filter: ActiveFilter, collectionTitles: ReadonlyMap<string, string>): string {
    switch (filter.name) {
      case 'dates':
        return wordDates(filter.value)
      case 'date':
        return t('chips.undated')
      case 'day':
        return t('chips.day', { month: Number(filter.value.slice(0, 2)), day: Number(filter.value.slice(3)) })
      case 'event':
        return t('chips.event', { date: longDate(filter.value) })
      case 'category':
        return decodeCategoryPath(filter.value).join(t('separators.category'))
      case 'page':
        return wordPage(filter.value)
      case 'tag':
        return t('chips.tag', { name: filter.value })
      case 'collection':
        return t('chips.collection', { name: collectionTitles.get(filter.value) ?? filter.value })
      case 'person':
      case 'newspaper':
        return filter.value
    }
  }

  return { wordFilter }
}
