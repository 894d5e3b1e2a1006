import Dexie, { type EntityTable, type Table } from 'dexie'
import type { KeptRecord, RecordKind } from '../domain/keptRecord'
import type { Deed } from '../domain/mending'
import type { StoredAmendment } from './amendmentStore'
import type { StoredArticle, StoredFile, StoredReplacement } from './archiveStore'
import type { StagedPiece } from './backupStore'
import type { StoredCollection } from './storedCollection'
import type { StoredBatch, StoredClipping } from './batchStore'
import type { SignatureBlock } from './signatureStore'
import type { StoredAttachment } from './storedAttachment'
import { toDeedPiece, type DeedChanges, type StoredDeedPiece } from './storedDeedPiece'

/** Where the stored state of the index is, and what it covers. */
export const INDEX = 'index'
export const INDEX_COVER = 'indexCover'

/** Anything the archive keeps one of, under a name. */
export interface StoredValue {
  readonly name: string
  readonly value: unknown
}

/** A file of the index and where its bytes are. Its row is written when it is whole. */
export type StoredIndexFile = { readonly name: string; readonly size: number } & (
  | {
      readonly kind: 'opfs'
      /** What it is called in the origin's private file system; never used twice. */
      readonly file: string
    }
  | { readonly kind: 'blob'; readonly blob: Blob }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
)

/** A piece of a backup that is being restored. */
export interface StoredPiece extends StagedPiece {
  readonly number: number
  /** The restoration that it is for. */
  readonly name: string
}

/** The archive's database. */
export class ArchiveDatabase extends Dexie {
  declare readonly collections: Table<StoredCollection, string>
  declare readonly files: EntityTable<StoredFile, 'number'>
  declare readonly articles: Table<StoredArticle, number>
  declare readonly values: Table<StoredValue, string>
  declare readonly indexFiles: Table<StoredIndexFile, string>
  declare readonly batches: Table<StoredBatch, string>
  declare readonly clippings: Table<StoredClipping, number>
  declare readonly signatures: Table<SignatureBlock, number>
  declare readonly replacements: Table<StoredReplacement, number>
  declare readonly amendments: Table<StoredAmendment, string>
  declare readonly deeds: EntityTable<Deed, 'number'>
  declare readonly deedPieces: Table<StoredDeedPiece, [deed: number, place: number]>
  declare readonly attachments: EntityTable<StoredAttachment, 'number'>
  declare readonly records: Table<KeptRecord, [RecordKind, string]>
  declare readonly restoring: EntityTable<StoredPiece, 'number'>

  constructor(name: string, indexedDB: IDBFactory | undefined, IDBKeyRange: typeof globalThis.IDBKeyRange) {
    super(name, { ...(indexedDB && { indexedDB, IDBKeyRange }), autoOpen: false, cache: 'disabled' })
    // Versions are appended, never edited.
    this.version(1).stores({
      collections: 'id',
      files: '++number, &sha256',
      articles: 'key, article.id',
      values: 'name',
    })
    // Version 1 kept the whole index as a value; it is made anew from the articles.
    this.version(2)
      .stores({ indexFiles: 'name, file' })
      .upgrade((transaction) =>
        transaction.table<StoredValue, string>('values').bulkDelete([INDEX, INDEX_COVER]),
      )
    // What a person brings, corrects and keeps beside the collections.
    this.version(3).stores({
      batches: 'id',
      clippings: 'key, articleId',
      signatures: 'key',
      amendments: 'articleId, &version',
      replacements: 'key, *replaces',
      deeds: '++number',
      deedEntries: 'number',
      notes: '++number, articleId',
      attachments: '++number, articleId, batch',
    })
    // What a person makes, in a form that travels.
    this.version(4)
      .stores({
        records: '[kind+id], [kind+about], changedAt',
        attachments: '++number, batch, id',
        restoring: '++number, name',
        notes: null,
      })
      // Nearly nobody needs it, and nobody twice: it is fetched while the transaction waits.
      .upgrade(async (transaction) => {
        const { moveToRecords } = await Dexie.waitFor(import('./moveToRecords'))
        await moveToRecords(transaction)
      })
    // What a deed changed lies in pieces, and says which scans it can bring back.
    this.version(5)
      .stores({ deedPieces: '[deed+place], *scans', deedEntries: null })
      .upgrade(async (transaction) => {
        const former = transaction.table<Partial<DeedChanges>, number>('deedEntries')
        const pieces = transaction.table<StoredDeedPiece>('deedPieces')
        for (const number of await former.toCollection().primaryKeys()) {
          const { entries = [], records = [] } = (await former.get(number)) ?? {}
          await pieces.add(toDeedPiece(number, 1, { entries, records }))
        }
      })
  }
}
