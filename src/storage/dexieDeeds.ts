import type { Deed } from '../domain/mending'
import { amendTargets, deedOf, TARGETS_OF_A_STEP, undoEntries } from './amendmentSteps'
import type { AmendmentTarget, DeedEntry, StoredAmendment, Undertaking } from './amendmentStore'
import type { ArchiveDatabase } from './archiveDatabase'

/** Finds amendments of a deed. */
type FindAmendment = (id: string) => StoredAmendment | undefined

/** Amendments that were read before a transaction; `isStillSo` says whether there are no others at a version. */
export interface KnownAmendments {
  readonly find: FindAmendment
  readonly isStillSo: (version: number) => boolean
}

/** The ids under which amendments of these targets may be found. */
export function idsOfTargets(targets: readonly AmendmentTarget[]): readonly string[] {
  return targets.flatMap(({ id, replaces }) => [id, ...replaces])
}

/** The steps of deeds in the archive's database, for transactions that write its tables `amendments`, `deeds` and `deedEntries`. */
export function createDexieDeeds({ amendments, deeds, deedEntries }: ArchiveDatabase) {
  async function greatestVersion(): Promise<number> {
    return (await amendments.orderBy('version').last())?.version ?? 0
  }

  async function finderOf(ids: readonly string[]): Promise<FindAmendment> {
    const rows = await amendments.bulkGet([...ids])
    const found = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.articleId, row] as const])))
    return (id) => found.get(id)
  }

  async function entriesOf(number: number): Promise<readonly DeedEntry[]> {
    return (await deedEntries.get(number))?.entries ?? []
  }

  return {
    greatestVersion,
    entriesOf,
    /** Reads amendments before a transaction, so that the change itself holds other readers up less. */
    async readBefore(ids: readonly string[]): Promise<KnownAmendments> {
      const version = await greatestVersion()
      const find = await finderOf(ids)
      return { find, isStillSo: (now) => now === version }
    },
    /** Does a deed; one that changes nothing is not kept, and has the number 0. */
    async amend<Target extends AmendmentTarget>(
      undertaking: Undertaking<Target>,
      known: KnownAmendments | null = null,
    ): Promise<Deed> {
      let version = await greatestVersion()
      const isKnown = known?.isStillSo(version) === true
      const entries: DeedEntry[] = []
      for (let from = 0; from < undertaking.targets.length; from += TARGETS_OF_A_STEP) {
        const targets = undertaking.targets.slice(from, from + TARGETS_OF_A_STEP)
        const find = isKnown ? known.find : await finderOf(idsOfTargets(targets))
        const step = amendTargets(undertaking, targets, find, version)
        await amendments.bulkPut([...step.amendments])
        version += step.amendments.length
        entries.push(...step.entries)
      }
      const deed = deedOf(undertaking, entries)
      if (entries.length === 0) return { ...deed, number: 0 }
      const number = await deeds.add(deed)
      await deedEntries.add({ number, entries })
      return { ...deed, number }
    },
    /**
     * Takes a deed back, or does it again. Gives how many articles changed.
     *
     * @param entries what the deed changed, which is never changed itself
     * @param at when this is done; without it, just after what it takes back
     */
    async undo(
      deed: Deed,
      entries: readonly DeedEntry[],
      known: KnownAmendments | null = null,
      at = '',
    ): Promise<number> {
      const first = await greatestVersion()
      const isKnown = known?.isStillSo(first) === true
      let version = first
      for (let from = 0; from < entries.length; from += TARGETS_OF_A_STEP) {
        const some = entries.slice(from, from + TARGETS_OF_A_STEP)
        const find = isKnown ? known.find : await finderOf(some.map(({ id }) => id))
        const put = undoEntries(some, deed.isUndone, find, version, at)
        await amendments.bulkPut([...put])
        version += put.length
      }
      if (version > first) await deeds.put({ ...deed, isUndone: !deed.isUndone })
      return version - first
    },
  }
}
