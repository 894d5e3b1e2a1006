import type { BackupMark } from '../domain/backup'
import { OWN_COLLECTION } from '../domain/collection'
import type { StoredFile } from './archiveStore'
import type { BackupStore, RecordEntry, StagedPiece } from './backupStore'
import type { BatchStore } from './batchStore'
import type { MemoryAmendments } from './memoryAmendments'
import { soon } from './soon'
import type { MemoryRecords } from './memoryRecords'
import { planRecordMerge } from './mergeRecords'
import { entriesOfRecords } from './recordEntries'
import type { StoredCollection } from './storedCollection'

/** What a store in memory holds, as far as backups concern it. */
export interface BackedUpTables {
  readonly records: MemoryRecords
  readonly amendments: MemoryAmendments
  readonly batches: BatchStore
  readonly files: Map<number, StoredFile>
  readonly collections: Map<string, StoredCollection>
}

/** What is kept for backups in memory. */
export function createMemoryBackup(tables: BackedUpTables): BackupStore {
  const { records, amendments, batches, files, collections } = tables
  let mark: BackupMark | null = null
  let exchangedAt = ''
  let wanted: readonly string[] = []
  const staged = new Map<string, readonly StagedPiece[]>()

  return {
    mark: soon(() => mark),
    saveMark: soon((saved: BackupMark) => {
      mark = saved
      exchangedAt = saved.savedAt
    }),
    exchangedAt: soon(() => exchangedAt),
    async changesAfter({ savedAt, version }) {
      const changed = (await records.store.page(null, Infinity)).filter((one) => one.changedAt > savedAt)
      return changed.length + (await amendments.store.after(version, Infinity)).length
    },
    wantedCollections: soon(() => wanted),
    saveWantedCollections: soon((addresses: readonly string[]) => {
      wanted = addresses
    }),
    stage: soon((name: string, piece: StagedPiece) => {
      staged.set(name, [...(staged.get(name) ?? []), piece])
    }),
    async commit({ name, at, isIndexed, accepted, renewed, removed, collection, wantedCollections }) {
      const pieces = staged.get(name) ?? []
      staged.delete(name)
      const merged: RecordEntry[] = []
      for (const piece of pieces) {
        const held = new Map(piece.records.map((one) => [one, records.find(one.kind, one.id)]))
        const { written } = planRecordMerge(piece.records, [...held.values()])
        merged.push(...entriesOfRecords(written, ({ kind, id }) => records.find(kind, id)))
        records.put(written)
      }
      const amended = pieces.flatMap((piece) => amendments.merge(piece.amendments, isIndexed))
      for (const { batch, lastPlace, skipped } of accepted) {
        const file = files.get(batch.file)
        if (file === undefined) throw new Error(`the file of ${batch.id} is gone`)
        files.set(batch.file, { ...file, articles: lastPlace, skipped, isComplete: true })
        await batches.save(batch)
      }
      for (const batch of renewed) await batches.save(batch)
      for (const { withdrawn: _withdrawn, ...batch } of removed) await batches.undo(batch, collection, null)
      if (collection === null) collections.delete(OWN_COLLECTION)
      else collections.set(collection.id, collection)
      wanted = wantedCollections
      exchangedAt = at
      const deed = { kind: 'merge', at, title: '', isUndone: false } as const
      const articles = merged.length + amended.length
      if (articles === 0) return { ...deed, articles, number: 0 }
      return amendments.keepDeed({ ...deed, articles }, amended, merged)
    },
  }
}
