import type { ShallowRef } from 'vue'
import type { BackupState } from '../domain/backup'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'

/** What is in no backup yet, asked again whenever anything changes, here or in another tab; `null` until it is known. */
export function useBackupState(): ShallowRef<BackupState | null> {
  const { archive, status } = useArchive()
  const { answer } = useLatest(
    () =>
      status.value.phase === 'opening' || status.value.phase === 'failed'
        ? null
        : { records: status.value.recordsRevision, content: status.value.contentRevision },
    () => archive.value.backupState(),
  )
  return answer
}
