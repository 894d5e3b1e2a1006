import type { BackupMark } from '../domain/backup'
import { OWN_COLLECTION } from '../domain/collection'
import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import type { Deed } from '../domain/mending'
import type { ArchiveDatabase } from './archiveDatabase'
import type { BackupStore, RecordEntry, Restoration, StagedPiece } from './backupStore'
import { rowsOfFile } from './dexieBatchStore'
import { beginDeed, type DeedWriter } from './deedWriter'
import { createDexieDeeds } from './dexieDeeds'
import { mergeAmendments } from './mergeAmendments'
import { planRecordMerge } from './mergeRecords'
import { entriesOfRecords } from './recordEntries'

const MARK = 'backupMark'
const EXCHANGED = 'backupExchanged'
const WANTED = 'wantedCollections'

/** What the archive's database keeps for backups; `run` runs an operation on it. */
export function createDexieBackup(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): BackupStore {
  const { values, restoring, records, amendments, deeds, deedPieces } = database
  const { batches, files, collections, clippings, attachments } = database
  const steps = createDexieDeeds(database)

  const valueOf = async (name: string): Promise<unknown> => (await values.get(name))?.value
  const setValue = (name: string, value: unknown) => values.put({ name, value })

  async function mergeRecords(given: readonly KeptRecord[]): Promise<readonly RecordEntry[]> {
    const keys = given.map(({ kind, id }): [RecordKind, string] => [kind, id])
    const held = await records.bulkGet(keys)
    const { written } = planRecordMerge(given, held)
    await records.bulkPut([...written])
    const found = new Map(keys.map((key, place) => [JSON.stringify(key), held[place]]))
    return entriesOfRecords(written, ({ kind, id }) => found.get(JSON.stringify([kind, id])))
  }

  /** Merges what was put aside, piece by piece; what it replaces is kept with the deed. */
  async function mergePieces({ name, isIndexed }: Restoration, deed: DeedWriter): Promise<void> {
    let version = await steps.greatestVersion()
    for (const key of await restoring.where('name').equals(name).primaryKeys()) {
      const piece = await restoring.get(key)
      if (piece === undefined) continue
      const merged = await mergeRecords(piece.records)
      const ids = piece.amendments.map(({ articleId }) => articleId)
      const held = await amendments.bulkGet(ids)
      const found = new Map(ids.map((id, place) => [id, held[place]]))
      const step = mergeAmendments(piece.amendments, (id) => found.get(id), version, isIndexed)
      await amendments.bulkPut([...step.amendments])
      version = step.version
      await deed.add({ entries: step.entries, records: merged })
    }
  }

  async function settleBatches(restoration: Restoration): Promise<void> {
    const { accepted, renewed, removed, collection } = restoration
    for (const { batch, lastPlace, skipped } of accepted) {
      const file = await files.get(batch.file)
      if (file === undefined) throw new Error(`the file of ${batch.id} is gone`)
      await files.put({ ...file, articles: lastPlace, skipped, isComplete: true })
      await batches.put(batch)
    }
    await batches.bulkPut([...renewed])
    for (const batch of removed) {
      await rowsOfFile(clippings, batch.file).delete()
      await attachments.where('batch').equals(batch.id).delete()
      await batches.delete(batch.id)
    }
    if (collection === null) await collections.delete(OWN_COLLECTION)
    else await collections.put(collection)
  }

  return {
    mark: () => run(async () => ((await valueOf(MARK)) as BackupMark | undefined) ?? null),
    saveMark: (mark) =>
      run(() =>
        database.transaction('rw', values, async () => {
          await setValue(MARK, mark)
          await setValue(EXCHANGED, mark.savedAt)
        }),
      ),
    exchangedAt: () => run(async () => ((await valueOf(EXCHANGED)) as string | undefined) ?? ''),
    changesAfter: ({ savedAt, version }) =>
      run(async () => {
        const changed = await records.where('changedAt').above(savedAt).count()
        return changed + (await amendments.where('version').above(version).count())
      }),
    wantedCollections: () =>
      run(async () => ((await valueOf(WANTED)) as readonly string[] | undefined) ?? []),
    saveWantedCollections: (addresses) =>
      run(async () => {
        await setValue(WANTED, addresses)
      }),
    stage: (name, piece: StagedPiece) =>
      run(async () => {
        await restoring.add({ name, ...piece })
      }),
    commit: (restoration) =>
      run(() =>
        database.transaction(
          'rw',
          [
            values,
            restoring,
            records,
            amendments,
            deeds,
            deedPieces,
            batches,
            files,
            collections,
            clippings,
            attachments,
          ],
          async (): Promise<Deed> => {
            const { name, at } = restoration
            const deed = beginDeed(database, { kind: 'merge', at })
            await mergePieces(restoration, deed)
            await settleBatches(restoration)
            await setValue(WANTED, restoration.wantedCollections)
            await setValue(EXCHANGED, at)
            await restoring.where('name').equals(name).delete()
            return deed.finish()
          },
        ),
      ),
  }
}
