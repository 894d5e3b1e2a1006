import type { Article } from '../domain/article'
import type { KeptRecord } from '../domain/keptRecord'
import { OWN_COLLECTION } from '../domain/collection'
import { ArchiveError } from '../domain/problem'
import type { StoredAttachment } from './storedAttachment'
import { articleKey, fileNumberOf, type StoredFile } from './archiveStore'
import { soon } from './soon'
import type { StoredCollection } from './storedCollection'
import type { MemoryAmendments } from './memoryAmendments'
import {
  batchFileName,
  withWithdrawal,
  type BatchStore,
  type StoredBatch,
  type StoredClipping,
} from './batchStore'

/** What a store in memory holds, as far as batches concern it. */
export interface MemoryTables {
  readonly collections: Map<string, StoredCollection>
  readonly files: Map<number, StoredFile>
  readonly attachments: Map<number, StoredAttachment>
  readonly amendments: Pick<MemoryAmendments, 'amend' | 'takeBack'>
  readonly putRecord: (record: KeptRecord) => void
  /** A number that no file had. */
  readonly nextFileNumber: () => number
  readonly putArticle: (key: number, article: Article) => void
  readonly forgetArticle: (key: number) => void
  /** Drops a file with its articles and what hangs on these. */
  readonly forgetFile: (number: number) => void
}

/** Batches in memory. */
export function createMemoryBatchStore(tables: MemoryTables): BatchStore {
  const { collections, files, attachments, amendments } = tables
  const batches = new Map<string, StoredBatch>()
  const clippings = new Map<number, StoredClipping>()

  const clippingsOf = (file: number): readonly StoredClipping[] =>
    [...clippings.values()].filter(({ key }) => fileNumberOf(key) === file)

  function forgetClippings(file: number): void {
    for (const { key } of clippingsOf(file)) clippings.delete(key)
  }

  function forgetOriginals(batch: string): void {
    for (const attachment of attachments.values()) {
      if (attachment.batch === batch) attachments.delete(attachment.number)
    }
  }

  const drop: (...given: Parameters<BatchStore['drop']>) => void = (file, places) => {
    for (const { first, count } of places) {
      for (let key = articleKey(file, first); key < articleKey(file, first + count); key++) {
        tables.forgetArticle(key)
        clippings.delete(key)
      }
    }
  }

  return {
    all: soon(() => [...batches.values()]),
    get: soon((id) => batches.get(id) ?? null),
    begin: soon((batch) => {
      const number = tables.nextFileNumber()
      files.set(number, {
        number,
        sha256: batchFileName(batch.id),
        articles: 0,
        isComplete: false,
        problems: [],
      })
      const begun = { ...batch, file: number }
      batches.set(batch.id, begun)
      return begun
    }),
    save: soon((batch) => {
      const isThere = batches.has(batch.id)
      if (isThere) batches.set(batch.id, batch)
      return isThere
    }),
    put: soon((rows) => {
      for (const { article, clipping } of rows) {
        tables.putArticle(clipping.key, article)
        clippings.set(clipping.key, clipping)
      }
    }),
    drop: soon(drop),
    clippingsAt: soon((keys) => keys.map((key) => clippings.get(key))),
    clippingsWithIds: soon((ids) => {
      const wanted = new Set(ids)
      return [...clippings.values()].filter(({ articleId }) => wanted.has(articleId))
    }),
    articleIds: soon((file) => clippingsOf(file).map(({ articleId }) => articleId)),
    accept: soon(({ batch, lastPlace, skipped, collection, withdrawal }) => {
      const file = files.get(batch.file)
      if (file === undefined || batches.get(batch.id)?.state !== 'staged') {
        throw new ArchiveError('batch-gone', batch.id, 'it is not staged any more')
      }
      drop(batch.file, skipped)
      files.set(batch.file, { ...file, articles: lastPlace, skipped, isComplete: true })
      collections.set(collection.id, collection)
      const accepted = withWithdrawal(batch, withdrawal === null ? null : amendments.amend(withdrawal))
      batches.set(batch.id, accepted)
      return accepted
    }),
    undo: soon((batch, collection, redress, trace) => {
      if (trace !== undefined) tables.putRecord(trace)
      if (collection === null) collections.delete(OWN_COLLECTION)
      else collections.set(collection.id, collection)
      forgetClippings(batch.file)
      forgetOriginals(batch.id)
      if (batch.withdrawn !== undefined) amendments.takeBack(batch.withdrawn.deed)
      if (redress !== null) amendments.amend(redress)
      batches.delete(batch.id)
    }),
    clear: soon((id) => {
      const file = [...files.values()].find(({ sha256 }) => sha256 === batchFileName(id))
      if (file !== undefined) {
        forgetClippings(file.number)
        tables.forgetFile(file.number)
      }
      forgetOriginals(id)
      batches.delete(id)
    }),
  }
}
