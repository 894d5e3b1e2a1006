import type { Collection, Table } from 'dexie'
import { OWN_COLLECTION } from '../domain/collection'
import { ArchiveError } from '../domain/problem'
import type { ArchiveDatabase } from './archiveDatabase'
import { articleKey, replacementsAmong } from './archiveStore'
import type { PlaceRun } from './placeRun'
import { createDexieDeeds } from './dexieDeeds'
import { batchFileName, withWithdrawal, type BatchStore, type StoredBatch } from './batchStore'

/** Clippings read at once. */
const PIECE = 2000

/** The rows of a table, whose keys are those of articles, that belong to a file. */
export function rowsOfFile<Row>(table: Table<Row, number>, file: number): Collection<Row, number> {
  return table.where(':id').between(articleKey(file, 0), articleKey(file + 1, 0), true, false)
}

/** The rows at some places of a file. */
function rowsOfRun<Row>(table: Table<Row, number>, file: number, { first, count }: PlaceRun) {
  return table.where(':id').between(articleKey(file, first), articleKey(file, first + count), true, false)
}

/** Batches in the archive's database; `run` runs an operation on it. */
export function createDexieBatchStore(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): BatchStore {
  const { collections, files, articles, batches, clippings, signatures, replacements, attachments } = database
  const { amendments, deeds, deedPieces, restoring, records } = database
  const steps = createDexieDeeds(database)

  async function dropRuns(file: number, runs: readonly PlaceRun[]): Promise<void> {
    for (const places of runs) {
      await rowsOfRun(articles, file, places).delete()
      await rowsOfRun(clippings, file, places).delete()
    }
  }

  return {
    all: () => run(() => batches.toArray()),
    get: (id) => run(async () => (await batches.get(id)) ?? null),
    begin: (batch) =>
      run(() =>
        database.transaction('rw', files, batches, async () => {
          const file = { sha256: batchFileName(batch.id), articles: 0, isComplete: false, problems: [] }
          const begun: StoredBatch = { ...batch, file: await files.add(file) }
          await batches.add(begun)
          return begun
        }),
      ),
    save: (batch) =>
      run(() =>
        database.transaction('rw', batches, async () => {
          if ((await batches.get(batch.id)) === undefined) return false
          await batches.put(batch)
          return true
        }),
      ),
    put: (rows) =>
      run(() =>
        database.transaction('rw', articles, clippings, replacements, async () => {
          const stored = rows.map(({ article, clipping }) => ({ key: clipping.key, article }))
          await articles.bulkPut(stored)
          await replacements.bulkPut(replacementsAmong(stored))
          await clippings.bulkPut(rows.map(({ clipping }) => clipping))
        }),
      ),
    drop: (file, places) =>
      run(() => database.transaction('rw', articles, clippings, () => dropRuns(file, places))),
    clippingsAt: (keys) => run(() => clippings.bulkGet([...keys])),
    clippingsWithIds: (ids) =>
      run(() =>
        database.transaction('r', clippings, async () =>
          (await Promise.all(ids.map((id) => clippings.where('articleId').equals(id).toArray()))).flat(),
        ),
      ),
    articleIds: (file) =>
      run(async () => {
        const ids: string[] = []
        // In pieces: quicker than a cursor, and without all of them in memory.
        for (let from = articleKey(file, 0); ;) {
          const rows = await clippings
            .where(':id')
            .between(from, articleKey(file + 1, 0), true, false)
            .limit(PIECE)
            .toArray()
          for (const { articleId } of rows) ids.push(articleId)
          const last = rows.at(-1)
          if (last === undefined || rows.length < PIECE) return ids
          from = last.key + 1
        }
      }),
    accept: ({ batch, lastPlace, skipped, collection, withdrawal }) =>
      run(() =>
        database.transaction(
          'rw',
          [collections, files, articles, clippings, batches, amendments, deeds, deedPieces],
          async () => {
            const file = await files.get(batch.file)
            if (file === undefined || (await batches.get(batch.id))?.state !== 'staged') {
              throw new ArchiveError('batch-gone', batch.id, 'it is not staged any more')
            }
            await dropRuns(batch.file, skipped)
            await files.put({ ...file, articles: lastPlace, skipped, isComplete: true })
            await collections.put(collection)
            const accepted = withWithdrawal(batch, withdrawal === null ? null : await steps.amend(withdrawal))
            await batches.put(accepted)
            return accepted
          },
        ),
      ),
    undo: (batch, collection, redress, trace) =>
      run(() =>
        database.transaction(
          'rw',
          [collections, clippings, batches, attachments, amendments, deeds, deedPieces, records],
          async () => {
            if (trace !== undefined) await records.put(trace)
            if (collection === null) await collections.delete(OWN_COLLECTION)
            else await collections.put(collection)
            await rowsOfFile(clippings, batch.file).delete()
            await attachments.where('batch').equals(batch.id).delete()
            const withdrawal =
              batch.withdrawn === undefined ? undefined : await deeds.get(batch.withdrawn.deed)
            if (withdrawal?.isUndone === false) {
              await steps.undo(withdrawal, await steps.entriesOf(withdrawal.number))
            }
            if (redress !== null) await steps.amend(redress)
            await batches.delete(batch.id)
          },
        ),
      ),
    clear: (id) =>
      run(() =>
        database.transaction(
          'rw',
          [files, articles, clippings, signatures, replacements, batches, attachments, restoring],
          async () => {
            const file = await files.get({ sha256: batchFileName(id) })
            if (file !== undefined) {
              await rowsOfFile(articles, file.number).delete()
              await rowsOfFile(clippings, file.number).delete()
              await rowsOfFile(signatures, file.number).delete()
              await rowsOfFile(replacements, file.number).delete()
              await files.delete(file.number)
            }
            await attachments.where('batch').equals(id).delete()
            await restoring.where('name').equals(id).delete()
            await batches.delete(id)
          },
        ),
      ),
  }
}
