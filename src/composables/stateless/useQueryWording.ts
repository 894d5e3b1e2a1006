import type { QueryPart, QueryReading, QueryTerm } from '../../domain/queryReading'
import { useMessages } from '../../locales/useMessages'

/** How a query was understood, in the words of the interface language. */
export function useQueryWording() {
  const { t } = useMessages()

  function wordTerm({ text, kind, field }: QueryTerm): string {
    const term = t(`search.parts.${kind}`, { text })
    return field === null ? term : t(`search.fields.${field}`, { term })
  }

  function wordPart(part: QueryPart): string {
    if (part.kind === 'term') return wordTerm(part.term)
    return part.kind === 'near'
      ? t('search.parts.near', { n: part.distance })
      : t(`search.parts.${part.kind}`)
  }

  /** Whether there is nothing but runs and phrases to be found anywhere, all of them. */
  function isPlain(parts: readonly QueryPart[]): boolean {
    return parts.every(
      (part) =>
        part.kind === 'and' ||
        (part.kind === 'term' &&
          part.term.field === null &&
          (part.term.kind === 'run' || part.term.kind === 'phrase')),
    )
  }

  /** The whole query in words; `null` for one that asks for nothing. */
  function wordReading({ terms, parts }: QueryReading): string | null {
    if (parts.length === 0) return null
    if (!isPlain(parts)) return t('search.understoodAs', { query: parts.map(wordPart).join(' ') })
    if (parts.length === 1) return t('search.understood')
    return t('search.understoodTerms', { terms: terms.map(wordTerm).join(t('separators.list')) })
  }

  return { wordReading }
}
