import type { BackupPreview } from '../../domain/backup'
import { amendmentContent } from '../../domain/backup'
import type { FileContent } from '../../domain/fileContent'
import type { KeptRecord, RecordKind } from '../../domain/keptRecord'
import {
  countMerge,
  mergeOutcome,
  NO_MERGE,
  type MergeCounts,
  type MergeOutcome,
} from '../../domain/mergeOutcome'
import type { TravellingFile } from '../../domain/travellingRows'
import type { ArchiveStore } from '../../storage/archiveStore'
import { batchFate, noteTraces } from './batchFates'
import { batchesHere } from './batchesHere'
import { readTravelling } from './readTravelling'

/** The records that are here under the kinds and ids of others, in their order. */
export async function recordsHere(
  store: ArchiveStore,
  records: readonly KeptRecord[],
): Promise<readonly (KeptRecord | undefined)[]> {
  const found = new Map<string, KeptRecord | undefined>()
  for (const kind of new Set(records.map((one) => one.kind))) {
    const ids = records.flatMap((one) => (one.kind === kind ? [one.id] : []))
    const held = await store.records.withIds(kind, ids)
    for (const [place, id] of ids.entries()) found.set(JSON.stringify([kind, id]), held[place])
  }
  return records.map(({ kind, id }) => found.get(JSON.stringify([kind, id])))
}

/**
 * Reads a whole backup, and tells what restoring it would change here; changes nothing.
 *
 * @param onBytes told how many bytes have been read; what it throws ends the reading
 * @throws ArchiveError `backup-refused`
 */
export async function examineBackup(
  store: ArchiveStore,
  file: FileContent,
  onBytes: (bytes: number) => void,
): Promise<BackupPreview> {
  const since = await (await store.backups()).exchangedAt()
  const here = await batchesHere(store)
  const scansHere = new Set(await store.belongings.scanIds())
  const heldAddresses = new Set((await store.collections()).map(({ address }) => address))
  const records: Partial<Record<RecordKind, MergeCounts>> = {}
  const traces = new Map<string, string>()
  const coming = new Set<string>()
  const removed = new Set<string>()
  const collections: string[] = []
  let [amendments, batches] = [NO_MERGE, NO_MERGE]
  let [articlesAdded, files, fileBytes] = [0, 0, 0]
  let preferences: unknown = null

  const countBatch = (outcome: MergeOutcome): void => {
    batches = countMerge(batches, { outcome, isConflict: false })
  }
  const comesIn = (told: TravellingFile): boolean =>
    'scan' in told ? !scansHere.has(told.scan) : coming.has(told.batch)

  for await (const piece of readTravelling(file, () => false, onBytes)) {
    switch (piece.section) {
      case 'preferences':
        preferences = piece.preferences
        break
      case 'collections':
        collections.push(
          ...piece.rows.flatMap(({ address }) => (heldAddresses.has(address) ? [] : [address])),
        )
        break
      case 'records': {
        noteTraces(traces, piece.rows)
        const shown = piece.rows.filter(({ kind }) => kind !== 'batch')
        const held = await recordsHere(store, shown)
        for (const [place, record] of shown.entries()) {
          const judgement = mergeOutcome(record, held[place], since)
          records[record.kind] = countMerge(records[record.kind] ?? NO_MERGE, judgement)
        }
        break
      }
      case 'amendments': {
        const held = await store.amendments.withIds(piece.rows.map(({ articleId }) => articleId))
        for (const [place, amendment] of piece.rows.entries()) {
          const standing = held[place] === undefined ? undefined : amendmentContent(held[place])
          amendments = countMerge(amendments, mergeOutcome(amendmentContent(amendment), standing, since))
        }
        break
      }
      case 'batches':
        for (const batch of piece.rows) {
          const { id, articles } = batch
          const trace = traces.get(id) ?? ''
          const { outcome } = batchFate(batch, here.held.get(id), here.traces.get(id) ?? '', trace)
          countBatch(outcome)
          if (outcome === 'added') {
            coming.add(id)
            articlesAdded += articles
          } else if (outcome === 'deleted') removed.add(id)
        }
        break
      case 'files':
        if (!comesIn(piece.file)) break
        files += 1
        fileBytes += piece.file.bytes
        break
      case 'clippings':
        break
    }
  }
  for (const [id, trace] of traces) {
    const held = here.held.get(id)
    if (held === undefined || removed.has(id) || trace < (held.acceptedAt ?? '')) continue
    removed.add(id)
    countBatch('deleted')
  }
  const articlesRemoved = [...removed].reduce((sum, id) => sum + (here.held.get(id)?.articles ?? 0), 0)
  const told = { records, amendments, batches, articlesAdded, articlesRemoved }
  return { ...told, files, fileBytes, collections, preferences }
}
