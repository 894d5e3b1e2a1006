import type { ShallowRef } from 'vue'
import type { KeptRecord, RecordKind, RecordChange } from '../domain/keptRecord'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { usePreferences } from './usePreferences'

/** Records of a kind, and how they are changed. */
export interface Records {
  /** `null` until they are known; read again whenever any changes, here or in another tab. */
  readonly answer: ShallowRef<readonly KeptRecord[] | null>
  /**
   * Writes records. Says `told` with a way back; without it nothing is said. A failure is told.
   *
   * @returns whether they were written
   */
  readonly save: (changes: readonly RecordChange[], told: string | null) => Promise<boolean>
}

/**
 * The records of a kind.
 *
 * @param about only those about these; all for `null`
 */
export function useRecords(kind: RecordKind, about: () => readonly string[] | null): Records {
  const { archive, status } = useArchive()
  const { preferences } = usePreferences()
  const { attempt, say } = useMending()
  const { answer } = useLatest(
    () => ({ about: about(), revision: status.value.recordsRevision }),
    ({ about: wanted }) => archive.value.records(kind, wanted),
  )

  const write = (changes: readonly RecordChange[]): Promise<readonly (RecordChange | null)[] | null> =>
    attempt(() => archive.value.saveRecords(changes, preferences.value.verifierName))

  return {
    answer,
    async save(changes, told) {
      const before = await write(changes)
      if (before === null) return false
      if (told !== null) {
        say(told, async () => {
          await write(before.map((one, place) => one ?? { ...changes[place]!, content: null }))
        })
      }
      return true
    },
  }
}
