import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { SearchAnswer } from '../domain/archive'
import type { Failure } from '../domain/failure'
import type { ResultRow } from '../domain/resultRow'
import type { ArticleQuery } from '../domain/articleQuery'
import { useCalm } from './stateless/useCalm'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** Rows are fetched in blocks of this many, the first block with the answer. */
export const ROWS_PER_BLOCK = 40

/** Where drawing is slow, typing has paused when no letter came for so long. */
const TYPING_PAUSE_MS = 350

/** Whether two queries differ in their words alone. */
function isOtherWords(one: ArticleQuery, other: ArticleQuery): boolean {
  return one.q !== other.q && JSON.stringify({ ...one, q: '' }) === JSON.stringify({ ...other, q: '' })
}

/** The results of a query, with the rows that have been looked at so far. */
export interface ArticleSearch {
  readonly answer: ComputedRef<SearchAnswer | null>
  /** The query that is answered, which lags behind the one that is asked. */
  readonly answeredQuery: ComputedRef<ArticleQuery | null>
  readonly failure: ShallowRef<Failure | null>
  readonly isBusy: ComputedRef<boolean>
  /** Rows by their place among the results; those not fetched yet are absent. */
  readonly rows: ShallowRef<ReadonlyMap<number, ResultRow>>
  /** Fetches the rows from `first` to `last` that are still absent. */
  readonly fetchRows: (first: number, last: number) => Promise<void>
}

/**
 * Runs the query whenever it changes, or the archive's content does.
 *
 * @param isDrawingSlow whether the device takes long to draw an answer; then words that are still being typed wait
 */
export function useArticleSearch(
  query: ComputedRef<ArticleQuery>,
  isDrawingSlow: () => boolean = () => false,
): ArticleSearch {
  const { archive, status } = useArchive()
  const canSearch = computed(() => status.value.phase !== 'opening' && status.value.phase !== 'failed')
  const contentRevision = computed(() => status.value.contentRevision)
  // Where drawing is slow, answers between two letters would hold up the typing, and nobody reads them.
  const { calm, isWaiting } = useCalm(
    query,
    TYPING_PAUSE_MS,
    (next, asked) => isDrawingSlow() && isOtherWords(next, asked),
  )
  const {
    answer,
    failure,
    isBusy: isAwaited,
  } = useLatest(
    () => (canSearch.value ? { query: calm.value, revision: contentRevision.value } : null),
    async (asked) => ({ query: asked.query, found: await archive.value.search(asked.query, ROWS_PER_BLOCK) }),
  )

  const rows = shallowRef<ReadonlyMap<number, ResultRow>>(new Map())
  let requestedBlocks = new Set<number>()
  let inView = { first: 0, last: 0 }

  function keepRows(first: number, fetched: readonly ResultRow[]): void {
    rows.value = new Map([...rows.value, ...fetched.map((row, place) => [first + place, row] as const)])
  }

  watch(
    answer,
    (next, former) => {
      requestedBlocks = new Set([0])
      // The same query over other content: what is in view stays until its new rows have come.
      if (next?.query !== former?.query) rows.value = new Map()
      keepRows(0, next?.found.rows ?? [])
      void fetchInView()
    },
    { flush: 'sync' },
  )

  async function fetchBlock(block: number): Promise<void> {
    const asked = answer.value
    if (asked === null) return
    const first = block * ROWS_PER_BLOCK
    requestedBlocks.add(block)
    try {
      const fetched = await archive.value.rows(asked.query, first, ROWS_PER_BLOCK)
      if (asked === answer.value) keepRows(first, fetched)
    } catch {
      // The rows stay placeholders and are asked for when they are next in view; a lost worker shows in the status.
      if (asked === answer.value) requestedBlocks.delete(block)
    }
  }

  async function fetchInView(): Promise<void> {
    const last = Math.min(inView.last, (answer.value?.found.total ?? 0) - 1)
    const blocks: Promise<void>[] = []
    for (let block = Math.floor(inView.first / ROWS_PER_BLOCK); block * ROWS_PER_BLOCK <= last; block++) {
      if (!requestedBlocks.has(block)) blocks.push(fetchBlock(block))
    }
    await Promise.all(blocks)
  }

  return {
    answer: computed(() => answer.value?.found ?? null),
    answeredQuery: computed(() => answer.value?.query ?? null),
    failure,
    isBusy: computed(() => isAwaited.value || isWaiting.value),
    rows,
    fetchRows(first, last) {
      inView = { first, last }
      return fetchInView()
    },
  }
}
