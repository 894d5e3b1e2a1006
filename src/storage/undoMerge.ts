import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import type { Deed } from '../domain/mending'
import type { ArchiveDatabase } from './archiveDatabase'
import { createDexieDeeds } from './dexieDeeds'
import { undoneRecords } from './recordEntries'

/**
 * Takes the deed of a restored backup back, or does it again: its records and its corrections, each where it is still as
 * the deed left it. To be called in no transaction. Gives how many changed.
 */
export function undoMerge(database: ArchiveDatabase, deed: Deed, at: string): Promise<number> {
  const { records, amendments, deeds, deedEntries } = database
  const steps = createDexieDeeds(database)
  return database.transaction('rw', records, amendments, deeds, deedEntries, async () => {
    const entries = (await deedEntries.get(deed.number))?.records ?? []
    const keys = entries.map(({ after: { kind, id } }): [RecordKind, string] => [kind, id])
    const held = new Map<string, KeptRecord | undefined>()
    for (const [place, record] of (await records.bulkGet(keys)).entries()) {
      held.set(JSON.stringify(keys[place]), record)
    }
    const put = undoneRecords(
      entries,
      deed.isUndone,
      ({ kind, id }) => held.get(JSON.stringify([kind, id])),
      at,
    )
    await records.bulkPut([...put])
    const amended = await steps.undo(deed, await steps.entriesOf(deed.number), null, at)
    if (amended === 0 && put.length > 0) await deeds.put({ ...deed, isUndone: !deed.isUndone })
    return amended + put.length
  })
}
