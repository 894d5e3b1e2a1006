import { useStorage } from '@vueuse/core'
import { computed, watch, type ComputedRef } from 'vue'
import { isReminderDue } from '../domain/backupReminder'
import { useBackupState } from './useBackupState'
import { useKeeping } from './useKeeping'

/**
 * Looks after what the user makes: asks the browser once to keep it, as soon as there is anything, and says when so much
 * is in no backup that it is time to remind of one; `null` while it is not.
 */
export function useBackupReminder(): {
  readonly unsaved: ComputedRef<number | null>
  /** Lets the reminder rest until there are twice as many. */
  readonly rest: () => void
} {
  const state = useBackupState()
  const { ask } = useKeeping()
  const remindedAt = useStorage('jianbao-backup-reminded', 0, undefined, { onError: () => undefined })

  watch(state, (now) => {
    if (now?.hasContent === true) void ask()
    // A backup was made.
    if (now !== null && now.unsaved < remindedAt.value / 2) remindedAt.value = 0
  })

  return {
    unsaved: computed(() => {
      const unsaved = state.value?.unsaved ?? 0
      return isReminderDue(unsaved, remindedAt.value) ? unsaved : null
    }),
    rest() {
      remindedAt.value = state.value?.unsaved ?? 0
    },
  }
}
