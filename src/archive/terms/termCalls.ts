import { EMPTY_QUERY } from '../../domain/articleQuery'
import { termKind } from '../../domain/term'
import { MOST_COMPARED, type TermCalls } from '../../domain/termUse'
import type { ArchiveOrder } from '../../search/archiveOrder'
import type { SearchGround } from '../../search/searchGround'
import { articlesWithTerm, countTermUse, countTrends, termQuery } from '../../search/terms/countTermUse'
import { TermCounts } from '../../search/terms/listTerms'
import type { OpenParts } from '../openParts'

/** Terms that are shown beside one as its variants. */
const SHOWN_VARIANTS = 24

/** The part of the archive that tells of terms; see {@link TermCalls}. */
export function createTermCalls(opened: () => Promise<OpenParts>): TermCalls {
  let counted: { readonly order: ArchiveOrder; readonly counts: TermCounts } | null = null

  /** Counted once, and again after the archive has changed. */
  function countsOf({ columns, order }: SearchGround): TermCounts {
    if (counted?.order !== order) counted = { order, counts: new TermCounts(columns, order) }
    return counted.counts
  }

  return {
    async terms(query) {
      const { reader } = await opened()
      return reader.look((ground) => countsOf(ground).list(query))
    },

    async termUse(term) {
      const { reader } = await opened()
      const { ids, articles, counts, variants } = await reader.lookFor((ground, idOf) => {
        const ordinals = articlesWithTerm(term, ground)
        const { first, last, ...others } = countTermUse(ordinals, ground)
        return {
          ids: [first, last].map((ordinal) => (ordinal === -1 ? '' : idOf(ordinal))),
          articles: ordinals.length,
          counts: others,
          variants: countsOf(ground).variantsOf(term, SHOWN_VARIANTS),
        }
      })
      const rows = await reader.rowsWithIds({ ...EMPTY_QUERY, q: termQuery(term) }, ids)
      const rowOf = (place: number) => rows.find(({ id }) => id === ids[place]) ?? null
      const found = { first: rowOf(0), last: rowOf(1) }
      return { term, kind: termKind(term), articles, ...counts, ...found, variants }
    },

    async termTrends(terms, unit, newspaper) {
      const { reader } = await opened()
      return reader.lookFor((ground) =>
        countTrends([...new Set(terms)].slice(0, MOST_COMPARED), unit, newspaper, ground),
      )
    },
  }
}
