import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Failure } from '../domain/failure'
import type { PeopleList, PeopleQuestion, PersonRow } from '../domain/peopleRecord'
import { toArchiveError } from '../domain/problem'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** Rows that are asked for at once. */
const BLOCK = 100

/** A list of names, however long, of which only the rows that were in view are there. */
export function usePeopleRows(question: ComputedRef<Omit<PeopleQuestion, 'offset' | 'limit'> | null>): {
  /** The numbers, and the first rows; `null` until they have come. */
  readonly answer: ShallowRef<PeopleList | null>
  readonly rows: Readonly<ShallowRef<ReadonlyMap<number, PersonRow>>>
  readonly failure: ComputedRef<Failure | null>
  /** Sees to it that the rows from one place to another are there. */
  readonly show: (first: number, last: number) => void
} {
  const { archive, status } = useArchive()
  const rows = shallowRef<ReadonlyMap<number, PersonRow>>(new Map())
  const laterFailure = shallowRef<Failure | null>(null)
  const asked = computed(() =>
    status.value.articles === 0 || question.value === null
      ? null
      : { question: question.value, revision: status.value.contentRevision },
  )
  const { answer, failure } = useLatest(
    () => asked.value,
    (one) => archive.value.people({ ...one.question, offset: 0, limit: BLOCK }),
  )
  let blocks = new Set<number>()
  watch(answer, (list) => {
    rows.value = new Map(list?.rows.map((row, place) => [place, row]))
    blocks = new Set([0])
    laterFailure.value = null
  })

  async function fetchBlock(block: number): Promise<void> {
    const of = answer.value
    if (asked.value === null || blocks.has(block)) return
    blocks.add(block)
    try {
      const list = await archive.value.people({
        ...asked.value.question,
        offset: block * BLOCK,
        limit: BLOCK,
      })
      // Rows of a list that is no longer there belong nowhere.
      if (answer.value !== of) return
      rows.value = new Map([
        ...rows.value,
        ...list.rows.map((row, place) => [block * BLOCK + place, row] as const),
      ])
    } catch (cause) {
      blocks.delete(block)
      laterFailure.value = toArchiveError(cause)
    }
  }

  return {
    answer,
    rows,
    failure: computed(() => failure.value ?? laterFailure.value),
    show(first, last) {
      for (let block = Math.floor(first / BLOCK); block * BLOCK <= last; block++) void fetchBlock(block)
    },
  }
}
