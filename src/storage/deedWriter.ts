import type { Deed } from '../domain/mending'
import type { ArchiveDatabase } from './archiveDatabase'
import { toDeedPiece, type DeedChanges } from './storedDeedPiece'

/** Keeps a deed piece by piece, so that never all of it is in memory. */
export interface DeedWriter {
  /** Keeps what was changed; nothing at all is passed over. `title` tells the deed, and counts of the first piece alone. */
  add(changes: DeedChanges, title?: string): Promise<void>
  /** The deed as it is in the log then; one that changed nothing is not kept, and has the number 0. */
  finish(): Promise<Deed>
}

/** Begins a deed, in a transaction that writes the tables `deeds` and `deedPieces` and holds until it is finished. */
export function beginDeed(
  { deeds, deedPieces }: Pick<ArchiveDatabase, 'deeds' | 'deedPieces'>,
  told: Pick<Deed, 'kind' | 'at'>,
): DeedWriter {
  let deed: Deed = { ...told, number: 0, articles: 0, title: '', isUndone: false }
  let pieces = 0
  return {
    async add(changes, title = '') {
      const count = changes.entries.length + changes.records.length
      if (count === 0) return
      if (deed.number === 0) {
        const { number: _none, ...first } = { ...deed, title }
        deed = { ...first, number: await deeds.add(first) }
      }
      deed = { ...deed, articles: deed.articles + count }
      pieces += 1
      await deedPieces.add(toDeedPiece(deed.number, pieces, changes))
    },
    async finish() {
      if (deed.number > 0) await deeds.put(deed)
      return deed
    },
  }
}
