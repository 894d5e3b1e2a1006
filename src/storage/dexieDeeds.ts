import Dexie from 'dexie'
import type { Deed } from '../domain/mending'
import { amendTargets, TARGETS_OF_A_STEP, titleOfDeed, undoEntries } from './amendmentSteps'
import type { AmendmentTarget, DeedEntry, StoredAmendment, Undertaking } from './amendmentStore'
import type { ArchiveDatabase } from './archiveDatabase'
import { beginDeed } from './deedWriter'
import type { StoredDeedPiece } from './storedDeedPiece'

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

/** The steps of deeds in the archive's database, for transactions that write its tables `amendments`, `deeds` and `deedPieces`. */
export function createDexieDeeds({ amendments, deeds, deedPieces }: ArchiveDatabase) {
  async function greatestVersion(): Promise<number> {
    return (await amendments.orderBy('version').last())?.version ?? 0
  }

  async function finderOf(ids: readonly string[]): Promise<FindAmendment> {
    const rows = await amendments.bulkGet([...ids])
    const found = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.articleId, row] as const])))
    return (id) => found.get(id)
  }

  /** Reads a deed piece by piece, one after the other, so that never all of it is in memory. */
  async function eachPiece(
    number: number,
    take: (piece: StoredDeedPiece) => void | Promise<void>,
  ): Promise<void> {
    const ofDeed = deedPieces.where('[deed+place]').between([number, Dexie.minKey], [number, Dexie.maxKey])
    for (const key of await ofDeed.primaryKeys()) {
      const piece = await deedPieces.get(key)
      if (piece !== undefined) await take(piece)
    }
  }

  async function entriesOf(number: number): Promise<readonly DeedEntry[]> {
    const entries: DeedEntry[] = []
    await eachPiece(number, (piece) => {
      for (const entry of piece.entries) entries.push(entry)
    })
    return entries
  }

  /** Puts back what entries of a deed were before it, or were made by it; gives how many articles changed. */
  async function putBack(
    entries: readonly DeedEntry[],
    {
      isUndone,
      version,
      at,
      find,
    }: { isUndone: boolean; version: number; at: string; find: FindAmendment | null },
  ): Promise<number> {
    let changed = 0
    for (let from = 0; from < entries.length; from += TARGETS_OF_A_STEP) {
      const some = entries.slice(from, from + TARGETS_OF_A_STEP)
      const found = find ?? (await finderOf(some.map(({ id }) => id)))
      const put = undoEntries(some, isUndone, found, version + changed, at)
      await amendments.bulkPut([...put])
      changed += put.length
    }
    return changed
  }

  return {
    greatestVersion,
    eachPiece,
    entriesOf,
    putBack,
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
      const { kind, at } = undertaking
      const deed = beginDeed({ deeds, deedPieces }, { kind, at })
      let version = await greatestVersion()
      const isKnown = known?.isStillSo(version) === true
      for (let from = 0; from < undertaking.targets.length; from += TARGETS_OF_A_STEP) {
        const targets = undertaking.targets.slice(from, from + TARGETS_OF_A_STEP)
        const find = isKnown ? known.find : await finderOf(idsOfTargets(targets))
        const { amendments: changed, entries } = amendTargets(undertaking, targets, find, version)
        await amendments.bulkPut([...changed])
        version += changed.length
        await deed.add({ entries, records: [] }, titleOfDeed(targets, entries))
      }
      return deed.finish()
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
      const version = await greatestVersion()
      const find = known?.isStillSo(version) === true ? known.find : null
      const changed = await putBack(entries, { isUndone: deed.isUndone, version, at, find })
      if (changed > 0) await deeds.put({ ...deed, isUndone: !deed.isUndone })
      return changed
    },
  }
}
