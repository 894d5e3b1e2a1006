import { computed, type ComputedRef } from 'vue'
import {
  DECISION_VERSION,
  inOrderOfTime,
  nameGivenBy,
  namesOfPatch,
  officesOfPatch,
  type Decision,
  type LoggedDecision,
  type Patch,
} from '../domain/decision'
import { decisionsOf } from '../domain/parseDecision'
import { useIdentityMessages } from '../locales/useIdentityMessages'
import { usePreferences } from './usePreferences'
import { useRecords } from './useRecords'

/** The log of decisions about names, and how one is added, undone and done again. */
export interface Decisions {
  /** In the order of their time; `null` until they are known. */
  readonly decisions: ComputedRef<readonly LoggedDecision[] | null>
  /** Decides, and says so with a way back; whether it was written. */
  readonly decide: (patch: Patch, reason: string) => Promise<boolean>
  /** Takes a decision back, which stays in the log, or does it again. */
  readonly turn: (decision: LoggedDecision) => Promise<boolean>
}

/** Decisions about names. */
export function useDecisions(): Decisions {
  const { t } = useIdentityMessages()
  const { preferences } = usePreferences()
  const { answer, save } = useRecords('decision', () => null)

  const write = (id: string, content: Decision, told: string): Promise<boolean> =>
    save([{ kind: 'decision', id, about: '', content }], told)

  return {
    decisions: computed(() => (answer.value === null ? null : inOrderOfTime(decisionsOf(answer.value)))),
    decide(patch, reason) {
      const given = patch.kind === 'sameOffice' ? patch.into : nameGivenBy(patch)
      const names = [...namesOfPatch(patch), ...officesOfPatch(patch)].filter((name) => name !== given)
      const words = t(`identity.done.${patch.kind}`, {
        names: names.join(t('separators.list')),
        name: given ?? '',
      })
      const at = new Date().toISOString()
      const by = preferences.value.verifierName
      const content: Decision = {
        version: DECISION_VERSION,
        patch,
        at,
        by,
        reason: reason.trim(),
        isUndone: false,
      }
      return write(crypto.randomUUID(), content, words)
    },
    turn({ id, ...decision }) {
      const isUndone = !decision.isUndone
      return write(id, { ...decision, isUndone }, t(isUndone ? 'identity.undone' : 'identity.redone'))
    },
  }
}
