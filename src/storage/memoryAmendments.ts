import type { TravellingAmendment } from '../domain/backup'
import type { Deed } from '../domain/mending'
import { amendTargets, titleOfDeed, undoEntries } from './amendmentSteps'
import type {
  AmendmentStore,
  AmendmentTarget,
  DeedEntry,
  StoredAmendment,
  Undertaking,
} from './amendmentStore'
import type { RecordEntry } from './backupStore'
import { soon } from './soon'
import type { MemoryRecords } from './memoryRecords'
import { mergeAmendments } from './mergeAmendments'
import { undoneRecords } from './recordEntries'
import type { RecordPlace } from './recordStore'

/** A deed with what it changed. */
type KeptDeed = Deed & { readonly entries: readonly DeedEntry[]; readonly records: readonly RecordEntry[] }

/** Amendments in memory, and the steps of deeds for what is done at once with other things. */
export interface MemoryAmendments {
  readonly store: AmendmentStore
  readonly amend: <Target extends AmendmentTarget>(undertaking: Undertaking<Target>) => Deed
  /** Takes back a deed that is not taken back yet; none of this number is no error. */
  readonly takeBack: (number: number) => void
  /** Whether a deed can bring a record back. */
  readonly canBringBack: (record: RecordPlace) => boolean
  /** Takes in corrections of another device; gives what changed. */
  readonly merge: (
    given: readonly TravellingAmendment[],
    isIndexed: Undertaking['isIndexed'],
  ) => readonly DeedEntry[]
  /** Keeps a deed that is done. */
  readonly keepDeed: (
    deed: Omit<Deed, 'number'>,
    entries: readonly DeedEntry[],
    records: readonly RecordEntry[],
  ) => Deed
}

/** Amendments in memory. */
export function createMemoryAmendments(records: Pick<MemoryRecords, 'find' | 'put'>): MemoryAmendments {
  const amendments = new Map<string, StoredAmendment>()
  const deeds = new Map<number, KeptDeed>()
  let version = 0
  const find = (id: string): StoredAmendment | undefined => amendments.get(id)
  const put = (changed: readonly StoredAmendment[]): void => {
    for (const amendment of changed) amendments.set(amendment.articleId, amendment)
    version += changed.length
  }

  const keepDeed: MemoryAmendments['keepDeed'] = (deed, entries, ofRecords) => {
    const kept = { ...deed, number: deeds.size + 1 }
    deeds.set(kept.number, { ...kept, entries, records: ofRecords })
    return kept
  }

  function amend<Target extends AmendmentTarget>(undertaking: Undertaking<Target>): Deed {
    const step = amendTargets(undertaking, undertaking.targets, find, version)
    put(step.amendments)
    const { entries } = step
    const { kind, at, targets } = undertaking
    const title = titleOfDeed(targets, entries)
    const deed = { kind, at, articles: entries.length, title, isUndone: false }
    return entries.length === 0 ? { ...deed, number: 0 } : keepDeed(deed, entries, [])
  }

  function undo(number: number, at = ''): number {
    const deed = deeds.get(number)
    if (deed === undefined) return 0
    const changed = undoEntries(deed.entries, deed.isUndone, find, version, at)
    put(changed)
    const restored = undoneRecords(deed.records, deed.isUndone, ({ kind, id }) => records.find(kind, id), at)
    records.put(restored)
    const count = changed.length + restored.length
    if (count > 0) deeds.set(number, { ...deed, isUndone: !deed.isUndone })
    return count
  }

  return {
    amend,
    keepDeed,
    merge(given, isIndexed) {
      const step = mergeAmendments(given, find, version, isIndexed)
      for (const amendment of step.amendments) amendments.set(amendment.articleId, amendment)
      version = step.version
      return step.entries
    },
    takeBack(number) {
      if (deeds.get(number)?.isUndone === false) undo(number)
    },
    canBringBack: ({ kind, id }) =>
      [...deeds.values()].some((deed) =>
        deed.records.some(({ after }) => after.kind === kind && after.id === id),
      ),
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
          .map(({ entries: _entries, records: _records, ...deed }) => deed),
      ),
      entriesOf: soon((number: number) => deeds.get(number)?.entries ?? []),
      undo: soon(undo),
    },
  }
}
