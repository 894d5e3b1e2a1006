import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '../domain/failure'
import type { ReportList, ReportQuestion } from '../domain/peopleCalls'
import { useLatest } from './stateless/useLatest'
import { useToday } from './stateless/useToday'
import { useArchive } from './useArchive'
import { usePreferences } from './usePreferences'

/** Articles whose sentences are shown at once, and added. */
const STEP = 20

/** The sentences that a cell of a table rests on, in the reader's style of citation; more of them when asked. */
export function useOfficeReports(question: ComputedRef<Omit<ReportQuestion, 'offset' | 'limit'>>): {
  readonly answer: ShallowRef<ReportList | null>
  readonly failure: ShallowRef<Failure | null>
  readonly isBusy: Ref<boolean>
  readonly more: () => void
} {
  const { archive, status } = useArchive()
  const { preferences } = usePreferences()
  const { today } = useToday()
  const limit = ref(STEP)
  const asked = computed(() => JSON.stringify(question.value))
  watch(asked, () => {
    limit.value = STEP
  })
  const { answer, failure, isBusy } = useLatest(
    () => ({
      asked: asked.value,
      limit: limit.value,
      citation: preferences.value.citationStyle,
      revision: status.value.contentRevision,
    }),
    ({ limit: most, citation }) =>
      archive.value.officeReports(
        { ...question.value, offset: 0, limit: most },
        { citation, accessedOn: today() },
      ),
  )
  return {
    answer,
    failure,
    isBusy,
    more() {
      limit.value += STEP
    },
  }
}
