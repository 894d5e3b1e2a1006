import type { KeptRecord } from '../../domain/keptRecord'
import type { Attachment } from '../../domain/attachment'
import { parseScan } from '../../domain/scanRecord'
import { serializeArticle } from '../../domain/serializeArticle'
import type { TravellingBatch, TravellingClipping, TravellingFile } from '../../domain/travellingRows'
import type { TravellingAmendment } from '../../domain/backup'
import { OWN_COLLECTION } from '../../domain/collection'
import type { BackupContent, BackupRow } from '../../formats/backup/writeBackup'
import { articleKey, fileNumberOf, type ArchiveStore } from '../../storage/archiveStore'
import type { StoredBatch } from '../../storage/batchStore'
import { toFileError } from '../../storage/storageError'
import { acceptedBatches } from '../clipping/ownCollection'
import { filePieces } from './filePieces'

/** Rows read at once. */
const BATCH = 500
/** Articles read at once, which may be long. */
const ARTICLES = 100

type Rows = AsyncGenerator<readonly BackupRow[]>

const rowsOf = (values: readonly object[]): readonly BackupRow[] => values.map((value) => ({ value }))

/** Batches as they travel, in their order. */
function travellingBatch(batch: StoredBatch): TravellingBatch {
  const { id, sources, begunAt, acceptedAt, articles, doubtful, alike } = batch
  const { tables, problems, problemCount, dates, replaced = [] } = batch
  const counts = { articles, doubtful, alike, problemCount }
  return {
    id,
    sources,
    begunAt,
    acceptedAt: acceptedAt ?? begunAt,
    ...counts,
    tables,
    problems,
    dates,
    replaced,
  }
}

/** Addresses of the collections that were added, those among them that a restored backup had and that are not here yet. */
async function addedCollections(store: ArchiveStore): Promise<readonly string[]> {
  const held = (await store.collections()).filter(({ id, isBundled }) => id !== OWN_COLLECTION && !isBundled)
  const wanted = await (await store.backups()).wantedCollections()
  const addresses = [...held.map(({ address }) => address), ...wanted]
  return [...new Set(addresses)].filter((address) => /^https?:\/\//.test(address)).sort()
}

async function* recordRows(store: ArchiveStore): Rows {
  for (let last: KeptRecord | null = null; ;) {
    const records: readonly KeptRecord[] = await store.records.page(last, BATCH)
    if (records.length === 0) return
    yield rowsOf(records)
    last = records.at(-1)!
  }
}

async function* amendmentRows({ amendments }: ArchiveStore): Rows {
  const ids = [...(await amendments.ids())].sort()
  for (let from = 0; from < ids.length; from += BATCH) {
    const found = await amendments.withIds(ids.slice(from, from + BATCH))
    yield rowsOf(
      found.flatMap((one): readonly TravellingAmendment[] => {
        if (one === undefined) return []
        const { articleId, edit, isDeleted, changedAt, changedBy } = one
        return [{ articleId, edit, isDeleted, changedAt, changedBy }]
      }),
    )
  }
}

/** A file with its content; none when the content is gone. */
async function fileRow(
  { belongings }: ArchiveStore,
  { number, type }: Attachment,
  told: (bytes: number) => TravellingFile,
): Promise<readonly BackupRow[]> {
  const content = await belongings.contentOf(number)
  if (content === null) return []
  const pieces = filePieces(content, () => undefined, toFileError)
  const isPacked = !/^text\/|html|xml|json|bmp|tiff/.test(type)
  return [{ value: told(content.size), content: { pieces, isPacked } }]
}

async function* fileRows(store: ArchiveStore, batches: readonly StoredBatch[]): Rows {
  const scans = await store.records.ofKind('scan')
  for (const record of scans) {
    const { id, about } = record
    const told = parseScan(record)
    const [scan] = await store.belongings.scans([id])
    if (told === null || scan === undefined) continue
    const { name, type } = told
    yield await fileRow(store, scan, (bytes) => ({ scan: id, articleId: about, name, type, bytes }))
  }
  for (const { id } of batches) {
    for (const [place, original] of (await store.belongings.originalsOf(id)).entries()) {
      const { name, type } = original
      yield await fileRow(store, original, (bytes) => ({ batch: id, original: place + 1, name, type, bytes }))
    }
  }
}

async function* clippingRows(store: ArchiveStore, batches: readonly StoredBatch[]): Rows {
  for (const { id, file } of batches) {
    const originals = await store.belongings.originalsOf(id)
    const rankOf = new Map(originals.map(({ number }, place) => [number, place + 1]))
    for (let place = 1; ;) {
      const articles = await store.articlesOfFile(file, place, ARTICLES)
      if (articles.length === 0) break
      const clippings = await store.batches.clippingsAt(articles.map(({ key }) => key))
      yield rowsOf(
        articles.flatMap(({ key, article }, at): readonly TravellingClipping[] => {
          const clipping = clippings[at]
          if (clipping === undefined) return []
          const { source, evidence, changes, likeness, decision } = clipping
          const original = clipping.original === null ? null : (rankOf.get(clipping.original) ?? null)
          const own = { batch: id, place: placeOf(key), article: serializeArticle(article) }
          return [{ ...own, source, evidence, changes, likeness, decision, original }]
        }),
      )
      place = placeOf(articles.at(-1)!.key) + 1
    }
  }
}

/** The place of an article in its file, from 1. */
function placeOf(key: number): number {
  return key - articleKey(fileNumberOf(key), 0)
}

/**
 * Everything that the user made or added, as a backup holds it: in an order that is the same wherever the same was made.
 *
 * @param preferences plain JSON, or `null` for none
 * @param onRows told after every batch of rows, to breathe or to throw
 */
export async function backupContent(
  store: ArchiveStore,
  preferences: unknown,
  onRows: () => Promise<void>,
): Promise<BackupContent> {
  const batches = [...acceptedBatches(await store.batches.all())].sort(
    (one, other) => compare(one.acceptedAt ?? '', other.acceptedAt ?? '') || compare(one.id, other.id),
  )
  async function* atOnce(values: readonly object[]): Rows {
    yield await Promise.resolve(rowsOf(values))
  }
  const told = (rows: () => Rows) =>
    async function* (): Rows {
      for await (const some of rows()) {
        yield some
        await onRows()
      }
    }
  const addresses = await addedCollections(store)
  return {
    preferences: told(() => atOnce(preferences === null ? [] : [{ preferences }])),
    collections: told(() => atOnce(addresses.map((address) => ({ address })))),
    records: told(() => recordRows(store)),
    amendments: told(() => amendmentRows(store)),
    batches: told(() => atOnce(batches.map(travellingBatch))),
    files: told(() => fileRows(store, batches)),
    clippings: told(() => clippingRows(store, batches)),
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
