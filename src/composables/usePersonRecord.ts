import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { Failure } from '../domain/failure'
import type { Counted, PersonRecord } from '../domain/peopleRecord'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** What the archive tells of the name of a page, asked again whenever it changes; `null` parts are still to come. */
export function usePersonRecord(name: () => string): {
  /** The record, `null` inside where no article has the name. */
  readonly answer: ShallowRef<{ readonly name: string; readonly record: PersonRecord | null } | null>
  /** How articles write it, read after the rest; without the name itself. */
  readonly forms: ComputedRef<readonly Counted[]>
  readonly failure: ShallowRef<Failure | null>
} {
  const { archive, status } = useArchive()
  const asked = computed(() =>
    status.value.articles === 0 ? null : { name: name(), revision: status.value.contentRevision },
  )
  const { answer, failure } = useLatest(
    () => asked.value,
    async (question) => ({ name: question.name, record: await archive.value.person(question.name) }),
  )
  const { answer: found } = useLatest(
    () => (answer.value?.record ? { name: answer.value.name, of: answer.value } : null),
    async (question) => ({ name: question.name, forms: await archive.value.nameForms(question.name) }),
  )
  const forms = computed(() =>
    found.value?.name === name() ? found.value.forms.filter((form) => form.name !== name()) : [],
  )
  return { answer, forms, failure }
}
