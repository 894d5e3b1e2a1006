import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { BackupPreview, BackupProgress, BackupState, RestoredBackup } from '../domain/backup'
import { parsePreferences } from '../domain/preferences'
import { toArchiveError, type ArchiveError } from '../domain/problem'
import { useDownload } from './stateless/useDownload'
import { useToday } from './stateless/useToday'
import { useArchive } from './useArchive'
import { useBackupState } from './useBackupState'
import { usePreferences } from './usePreferences'

/** A backup file that was examined. */
export interface ExaminedBackup {
  readonly file: File
  readonly preview: BackupPreview
}

/** Writing backups and restoring them. */
export interface Backup {
  /** What is in no backup yet; `null` until it is known. */
  readonly state: ShallowRef<BackupState | null>
  /** What is being done now. */
  readonly work: Readonly<Ref<BackupProgress['step'] | null>>
  /** How far it has come; `null` before it has begun and when it is nearly done. */
  readonly progress: ComputedRef<BackupProgress | null>
  readonly failure: Readonly<ShallowRef<ArchiveError | null>>
  /** The size of the backup that was written last, in bytes. */
  readonly writtenBytes: Readonly<Ref<number | null>>
  readonly examined: Readonly<ShallowRef<ExaminedBackup | null>>
  readonly restored: Readonly<ShallowRef<RestoredBackup | null>>
  readonly save: () => Promise<void>
  readonly examine: (file: File) => Promise<void>
  readonly restore: (options: RestoreChoice) => Promise<void>
  /** Stops what is being done, or puts the file that was examined away. */
  readonly cancel: () => void
  readonly forgetCollection: (address: string) => Promise<void>
}

/** What the user chose beside the file. */
export interface RestoreChoice {
  readonly isBringingBack: boolean
  readonly isTakingPreferences: boolean
}

/** Backups of this archive, and of the preferences. */
export function useBackup(): Backup {
  const { archive, status } = useArchive()
  const { preferences, choose } = usePreferences()
  const { download } = useDownload()
  const { today } = useToday()
  const work = ref<BackupProgress['step'] | null>(null)
  const failure = shallowRef<ArchiveError | null>(null)
  const writtenBytes = ref<number | null>(null)
  const examined = shallowRef<ExaminedBackup | null>(null)
  const restored = shallowRef<RestoredBackup | null>(null)
  const state = useBackupState()

  /** Does one thing; a failure is told, except that it was cancelled. */
  async function doing(step: BackupProgress['step'], task: () => Promise<void>): Promise<void> {
    if (work.value !== null) return
    work.value = step
    failure.value = null
    try {
      await task()
    } catch (cause) {
      const error = toArchiveError(cause)
      failure.value = error.code === 'cancelled' ? null : error
    } finally {
      work.value = null
    }
  }

  return {
    state,
    work,
    progress: computed(() => status.value.backup),
    failure,
    writtenBytes,
    examined,
    restored,
    save: () =>
      doing('writing', async () => {
        writtenBytes.value = null
        const { content, mark } = await archive.value.writeBackup({ ...preferences.value })
        const file = content
        download(`jianbao-backup-${today()}.gz`, file.type, file)
        writtenBytes.value = file.size
        await archive.value.keepBackupMark(mark)
      }),
    examine: (file) =>
      doing('examining', async () => {
        examined.value = null
        restored.value = null
        examined.value = { file, preview: await archive.value.examineBackup(file) }
      }),
    restore: ({ isBringingBack, isTakingPreferences }) =>
      doing('restoring', async () => {
        if (examined.value === null) return
        const { file, preview } = examined.value
        restored.value = await archive.value.restoreBackup(file, { isBringingBack })
        examined.value = null
        if (isTakingPreferences && preview.preferences !== null) {
          choose(parsePreferences(preview.preferences, navigator.languages))
        }
      }),
    cancel() {
      if (work.value !== null) void archive.value.cancelBackup()
      else examined.value = null
    },
    forgetCollection: (address) => archive.value.forgetWantedCollection(address).catch(() => undefined),
  }
}
