import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import type { Deed } from '../domain/mending'
import type { ArchiveDatabase } from './archiveDatabase'
import type { RecordEntry } from './backupStore'
import { createDexieDeeds } from './dexieDeeds'
import { undoneRecords } from './recordEntries'

/**
 * Takes the deed of a restored backup back, or does it again: its records and its corrections, each where it is still as
 * the deed left it, piece by piece in one transaction. To be called in none. Gives how many changed.
 */
export function undoMerge(database: ArchiveDatabase, deed: Deed, at: string): Promise<number> {
  const { records, amendments, deeds, deedPieces } = database
  const steps = createDexieDeeds(database)
  const { isUndone } = deed

  async function putRecordsBack(entries: readonly RecordEntry[]): Promise<number> {
    const keys = entries.map(({ after: { kind, id } }): [RecordKind, string] => [kind, id])
    const held = new Map<string, KeptRecord | undefined>()
    for (const [place, record] of (await records.bulkGet(keys)).entries()) {
      held.set(JSON.stringify(keys[place]), record)
    }
    const find = ({ kind, id }: KeptRecord): KeptRecord | undefined => held.get(JSON.stringify([kind, id]))
    const put = undoneRecords(entries, isUndone, find, at)
    await records.bulkPut([...put])
    return put.length
  }

  return database.transaction('rw', records, amendments, deeds, deedPieces, async () => {
    const first = await steps.greatestVersion()
    let [amended, recorded] = [0, 0]
    await steps.eachPiece(deed.number, async (piece) => {
      recorded += await putRecordsBack(piece.records)
      const version = first + amended
      amended += await steps.putBack(piece.entries, { isUndone, version, at, find: null })
    })
    if (amended + recorded > 0) await deeds.put({ ...deed, isUndone: !isUndone })
    return amended + recorded
  })
}
