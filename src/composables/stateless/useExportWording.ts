import type { SearchAnswer } from '../../domain/archive'
import { ARTICLE_FIELDS } from '../../domain/articleFields'
import { activeFilters, effectiveSort, type ArticleQuery } from '../../domain/articleQuery'
import type { ExportWording } from '../../domain/exporting'
import { useExportMessages } from '../../locales/useExportMessages'
import { useFilterWording } from './useFilterWording'
import { useQueryWording } from './useQueryWording'

/** What exported articles were found by. */
export interface FoundBy {
  readonly query: ArticleQuery
  readonly answer: SearchAnswer
  /** How many of the results were selected; `null` for all of them. */
  readonly selected: number | null
  readonly collections: readonly { readonly id: string; readonly title: string; readonly revision: number }[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** The words of exported files in the interface language, with how the articles were found (检索说明). */
export function useExportWording() {
  const { t, locale } = useExportMessages()
  const { wordFilter } = useFilterWording()
  const { wordReading } = useQueryWording()

  function statementOf({ query, answer, selected, collections, today }: FoundBy): ExportWording['statement'] {
    const words = query.q.trim()
    const understood = words === '' ? null : wordReading(answer.reading)
    const titles = new Map(collections.map(({ id, title }) => [id, title]))
    return [
      [t('export.lines.words'), words === '' ? t('export.lines.everything') : words],
      ...(understood === null ? [] : [[t('export.lines.program'), understood] as const]),
      ...activeFilters(query).map(
        (filter) => [t('export.lines.filter'), wordFilter(filter, titles)] as const,
      ),
      [t('export.lines.order'), t(`search.sorts.${effectiveSort(query)}`)],
      [t('export.lines.total'), String(answer.total)],
      ...(selected === null ? [] : [[t('export.lines.selected'), String(selected)] as const]),
      ...collections.map(
        ({ title, revision }) =>
          [t('export.lines.collections'), t('export.lines.revision', { title, revision })] as const,
      ),
      [t('export.lines.day'), today],
    ]
  }

  /** The words of a file; without `foundBy` it says nothing of a search. */
  function exportWording(title: string, foundBy: FoundBy | null): ExportWording {
    const headings = ARTICLE_FIELDS.map((field) => [field, t(`export.headings.${field}`)])
    return {
      language: locale.value,
      title,
      headings: Object.fromEntries(headings) as ExportWording['headings'],
      statement: foundBy === null ? [] : statementOf(foundBy),
      articlesSheet: t('export.articles'),
      statementSheet: t('export.statement'),
      digestBanner: t('reader.digest'),
    }
  }

  return { exportWording }
}
