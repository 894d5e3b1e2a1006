import type { ShallowRef } from 'vue'
import type { Failure } from '../domain/failure'
import type { IdentitySuggestions } from '../domain/identitySuggestion'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** The most suggestions of each kind that are asked for. */
const MOST = 30

/** Who may be one person, or two; looked for again when anything was decided or the articles are other ones. */
export function useIdentitySuggestions(): {
  readonly answer: ShallowRef<IdentitySuggestions | null>
  readonly failure: ShallowRef<Failure | null>
} {
  const { archive, status } = useArchive()
  return useLatest(
    () =>
      status.value.phase === 'ready'
        ? { content: status.value.contentRevision, records: status.value.recordsRevision }
        : null,
    () => archive.value.identitySuggestions(MOST),
  )
}
