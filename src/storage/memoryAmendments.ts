import type { Deed } from '../domain/mending'
import { amendTargets, deedOf, undoEntries } from './amendmentSteps'
import type {
  AmendmentStore,
  AmendmentTarget,
  DeedEntry,
  StoredAmendment,
  Undertaking,
} from './amendmentStore'
import { soon } from './memoryBatchStore'

/** Amendments in memory, and the steps of deeds for what is done at once with other things. */
export interface MemoryAmendments {
  readonly store: AmendmentStore
  readonly amend: <Target extends AmendmentTarget>(undertaking: Undertaking<Target>) => Deed
  /** Takes back a deed that is not taken back yet; none of this number is no error. */
  readonly takeBack: (number: number) => void
}

/** Amendments in memory. */
export function createMemoryAmendments(): MemoryAmendments {
  const amendments = new Map<string, StoredAmendment>()
  const deeds = new Map<number, Deed & { readonly entries: readonly DeedEntry[] }>()
  let version = 0
  const find = (id: string): StoredAmendment | undefined => amendments.get(id)
  const put = (changed: readonly StoredAmendment[]): void => {
    for (const amendment of changed) amendments.set(amendment.articleId, amendment)
    version += changed.length
  }

  function amend<Target extends AmendmentTarget>(undertaking: Undertaking<Target>): Deed {
    const step = amendTargets(undertaking, undertaking.targets, find, version)
    put(step.amendments)
    const { entries } = step
    const number = entries.length === 0 ? 0 : deeds.size + 1
    const deed = { ...deedOf(undertaking, entries), number }
    if (number > 0) deeds.set(number, { ...deed, entries })
    return deed
  }

  function undo(number: number, at = ''): number {
    const deed = deeds.get(number)
    if (deed === undefined) return 0
    const changed = undoEntries(deed.entries, deed.isUndone, find, version, at)
    put(changed)
    if (changed.length > 0) deeds.set(number, { ...deed, isUndone: !deed.isUndone })
    return changed.length
  }

  return {
    amend,
    takeBack(number) {
      if (deeds.get(number)?.isUndone === false) undo(number)
    },
    store: {
      version: soon(() => version),
      ids: soon(() => [...amendments.keys()]),
      withIds: soon((ids: readonly string[]) => ids.map(find)),
      after: soon((after: number, limit: number) =>
        [...amendments.values()]
          .filter((amendment) => amendment.version > after)
          .sort((one, other) => one.version - other.version)
          .slice(0, limit),
      ),
      amend: async (undertaking) => soon(() => amend(undertaking))(),
      deeds: soon((limit: number) =>
        [...deeds.values()]
          .toReversed()
          .slice(0, limit)
          .map(({ entries: _entries, ...deed }) => deed),
      ),
      entriesOf: soon((number: number) => deeds.get(number)?.entries ?? []),
      undo: soon(undo),
    },
  }
}
