import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '../../domain/failure'
import { toArchiveError } from '../../domain/problem'

/** The answer to the newest question, and whether it is still awaited. */
export interface Latest<Answer> {
  /** The answer to the newest question that has one; the former answer stays until then. */
  readonly answer: ShallowRef<Answer | null>
  readonly failure: ShallowRef<Failure | null>
  readonly isBusy: Ref<boolean>
}

/**
 * Asks whenever the question changes, at once the first time, and keeps only the answer to the newest one:
 * a slow reply to an older question is dropped. A `null` question asks nothing and leaves what is there.
 */
export function useLatest<Question, Answer>(
  question: () => Question | null,
  ask: (question: Question) => Promise<Answer>,
): Latest<Answer> {
  const answer = shallowRef<Answer | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isBusy = ref(true)
  let hasAsked = false
  watch(
    question,
    async (asked, _former, onCleanup) => {
      if (asked === null) {
        // A question that was withdrawn is awaited no longer; before the first one the answer is still to come.
        if (hasAsked) isBusy.value = false
        return
      }
      hasAsked = true
      let isNewest = true
      onCleanup(() => {
        isNewest = false
      })
      isBusy.value = true
      try {
        const reply = await ask(asked)
        if (!isNewest) return
        answer.value = reply
        failure.value = null
      } catch (cause) {
        if (!isNewest) return
        const { code, subject, message } = toArchiveError(cause)
        failure.value = { code, subject, message }
      }
      isBusy.value = false
    },
    { immediate: true },
  )
  return { answer, failure, isBusy }
}
