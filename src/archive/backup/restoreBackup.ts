import type { RestoredBackup, RestoreOptions } from '../../domain/backup'
import type { FileContent } from '../../domain/fileContent'
import type { KeptRecord } from '../../domain/keptRecord'
import { laterMoment } from '../../domain/laterMoment'
import { ArchiveError } from '../../domain/problem'
import type { TravellingBatch, TravellingFile } from '../../domain/travellingRows'
import type { ArchiveStore } from '../../storage/archiveStore'
import type { Restoration } from '../../storage/backupStore'
import { acceptedBatches, ownCollection } from '../clipping/ownCollection'
import { isIndexedChange } from '../mending/indexedChange'
import { SCAN_HEAD, scanTypeOf } from '../mending/scanType'
import { batchFate, noteTraces } from './batchFates'
import { batchesHere, type BatchesHere } from './batchesHere'
import { recordsHere } from './examineBackup'
import { readTravelling } from './readTravelling'
import { stageClippings, unseenBatch, type ComingBatch } from './stageClippings'

/** A backup that is to be merged. */
export interface RestoreRequest {
  readonly store: ArchiveStore
  readonly file: FileContent
  /** A name that nothing had before. */
  readonly name: string
  /** When this is done, ISO 8601 in UTC. */
  readonly at: string
  readonly options: RestoreOptions
  /** Told how many bytes have been read, the last time before anything is changed; what it throws ends it. */
  readonly onBytes: (bytes: number) => void
}

/** What is put aside of a backup, and what is known of it. */
interface Staged {
  readonly coming: Map<string, ComingBatch>
  /** When batches that are here count as accepted, where the file says later than here. */
  readonly renewed: Map<string, string>
  /** When batches were taken out, as the file says. */
  readonly traces: Map<string, string>
  readonly addresses: string[]
  /** Scans whose content was not here. */
  readonly scans: string[]
}

/** The records as they are to be merged: those that were deleted here later come back where that is wanted. */
async function recordsToMerge(
  store: ArchiveStore,
  records: readonly KeptRecord[],
  now: string,
  isBringingBack: boolean,
): Promise<readonly KeptRecord[]> {
  if (!isBringingBack) return records
  const held = await recordsHere(store, records)
  return records.map((record, place) => {
    const standing = held[place]
    if (record.content === null || standing?.content !== null) return record
    if (record.changedAt > standing.changedAt) return record
    return { ...record, changedAt: laterMoment(now, standing.changedAt) }
  })
}

async function stageFile(
  store: ArchiveStore,
  { coming, scans }: Staged,
  told: TravellingFile,
  content: FileContent,
): Promise<void> {
  const { name, type } = told
  if ('batch' in told) {
    const batch = coming.get(told.batch)
    const original = { name, type, bytes: content.size }
    const number = await store.belongings.addOriginal(told.batch, original, content)
    batch?.originals.set(told.original, number)
    return
  }
  const head = new Uint8Array(await content.slice(0, SCAN_HEAD).arrayBuffer())
  const shownType = scanTypeOf(head)
  if (shownType === null) throw new ArchiveError('backup-refused', 'damaged', `${name} is no picture or PDF`)
  const { scan: id, articleId } = told
  scans.push(id)
  await store.belongings.addScan({ id, articleId, name, type: shownType, bytes: content.size }, content)
}

/** Puts a backup aside, piece by piece; nothing of it is visible. */
async function stage(
  { store, file, name, at, options: { isBringingBack }, onBytes }: RestoreRequest,
  staged: Staged,
  here: BatchesHere,
): Promise<void> {
  const backups = await store.backups()
  const scansHere = new Set(await store.belongings.scanIds())
  const wants = (told: TravellingFile): boolean =>
    'scan' in told ? !scansHere.has(told.scan) : staged.coming.has(told.batch)

  async function stageBatch(batch: TravellingBatch): Promise<void> {
    const { id } = batch
    const ownTrace = here.traces.get(id) ?? ''
    const held = here.held.get(id)
    const { outcome, acceptedAt } = batchFate(batch, held, ownTrace, staged.traces.get(id) ?? '')
    if (held !== undefined) {
      if (acceptedAt !== held.acceptedAt) staged.renewed.set(id, acceptedAt)
      return
    }
    const comesBack = outcome === 'deletedHere' && isBringingBack
    if (outcome !== 'added' && !comesBack) return
    const stored = await store.batches.begin(unseenBatch(batch))
    staged.coming.set(id, {
      stored,
      acceptedAt: comesBack ? laterMoment(at, ownTrace) : acceptedAt,
      originals: new Map(),
      skipped: [],
      articles: 0,
      lastPlace: 0,
    })
  }

  for await (const piece of readTravelling(file, wants, onBytes)) {
    switch (piece.section) {
      case 'preferences':
        break
      case 'collections':
        staged.addresses.push(...piece.rows.map(({ address }) => address))
        break
      case 'records': {
        noteTraces(staged.traces, piece.rows)
        const records = await recordsToMerge(store, piece.rows, at, isBringingBack)
        await backups.stage(name, { records, amendments: [] })
        break
      }
      case 'amendments':
        await backups.stage(name, { records: [], amendments: piece.rows })
        break
      case 'batches':
        for (const batch of piece.rows) await stageBatch(batch)
        break
      case 'files':
        if (piece.content !== null) await stageFile(store, staged, piece.file, piece.content)
        break
      case 'clippings':
        await stageClippings(store, staged.coming, piece.rows)
        break
    }
  }
}

/** What is to be done at once, from what was put aside. */
async function restorationOf(
  { store, name, at }: RestoreRequest,
  { coming, renewed, traces, addresses }: Staged,
  { held }: BatchesHere,
): Promise<Restoration> {
  const accepted = [...coming.values()].map(({ stored, acceptedAt, articles, lastPlace, skipped }) => ({
    batch: { ...stored, state: 'accepted' as const, acceptedAt, articles, taken: articles },
    lastPlace,
    skipped,
  }))
  const later = [...held.values()].map((batch) => ({
    ...batch,
    acceptedAt: renewed.get(batch.id) ?? batch.acceptedAt,
  }))
  const isOut = ({ id, acceptedAt }: (typeof later)[number]): boolean =>
    (traces.get(id) ?? '') >= (acceptedAt ?? '')
  const staying = later.filter((batch) => !isOut(batch))
  const collections = await store.collections()
  const wanted = [...(await (await store.backups()).wantedCollections()), ...addresses]
  const heldAddresses = new Set(collections.map(({ address }) => address))
  return {
    name,
    at,
    isIndexed: isIndexedChange,
    accepted,
    renewed: staying.filter(({ id }) => renewed.has(id)),
    removed: later.filter(isOut),
    collection: ownCollection(
      acceptedBatches([...staying, ...accepted.map(({ batch }) => batch)]),
      collections,
    ),
    wantedCollections: [...new Set(wanted)].filter((address) => !heldAddresses.has(address)).sort(),
  }
}

/** Clears what was put aside. */
async function clearStaged(store: ArchiveStore, name: string, { coming, scans }: Staged): Promise<void> {
  for (const id of [name, ...coming.keys()]) await store.batches.clear(id)
  await store.belongings.deleteScans(scans)
}

/** The row of the batch that is none, under whose name a restoration is put aside. */
function stagingBatch(name: string, begunAt: string): TravellingBatch {
  const counts = { articles: 0, doubtful: 0, alike: 0, problemCount: 0 }
  const lists = { sources: [], tables: [], problems: [], replaced: [] }
  return { id: name, begunAt, acceptedAt: begunAt, ...counts, ...lists, dates: { from: null, to: null } }
}

/**
 * Merges a backup: put aside first, which a tab that is killed leaves to be cleared as it does a staged batch, and then
 * done in one transaction. To be called by the one tab that writes.
 *
 * @throws ArchiveError `backup-refused`; what the store fails with; nothing has changed then
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoredBackup> {
  const { store, file, name, at, onBytes } = request
  const staged: Staged = {
    coming: new Map(),
    renewed: new Map(),
    traces: new Map(),
    addresses: [],
    scans: [],
  }
  const here = await batchesHere(store)
  try {
    await store.batches.begin(unseenBatch(stagingBatch(name, at)))
    await stage(request, staged, here)
    const restoration = await restorationOf(request, staged, here)
    onBytes(file.size)
    const deed = await (await store.backups()).commit(restoration)
    await store.batches.clear(name).catch(() => undefined)
    const count = (batches: readonly { readonly articles: number }[]): number =>
      batches.reduce((sum, { articles }) => sum + articles, 0)
    return {
      deed,
      articlesAdded: count(restoration.accepted.map(({ batch }) => batch)),
      articlesRemoved: count(restoration.removed),
    }
  } catch (cause) {
    // What cannot be cleared now is cleared at a later start.
    await clearStaged(store, name, staged).catch(() => undefined)
    throw cause
  }
}
