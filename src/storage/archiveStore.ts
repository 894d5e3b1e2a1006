import type { Article } from '../domain/article'
import type { Problem } from '../domain/problem'
import type { AmendmentStore } from './amendmentStore'
import type { BackupStore } from './backupStore'
import type { BatchStore } from './batchStore'
import type { BelongingsStore } from './belongingsStore'
import type { IndexFileReader } from './indexFileReader'
import type { IndexFileWriter } from './indexFileWriter'
import type { PlaceRun } from './placeRun'
import type { RecordStore } from './recordStore'
import type { SignatureStore } from './signatureStore'
import type { StoredCollection } from './storedCollection'

/** A file of articles as the store keeps it; it may belong to several collections. */
export interface StoredFile {
  readonly sha256: string
  /** Names the file within this database; never used twice. */
  readonly number: number
  /** Articles stored so far, all of them when the file is complete; or the last place, where some are {@link skipped}. */
  readonly articles: number
  /** Places up to `articles` that have no article, in their order. */
  readonly skipped?: readonly PlaceRun[]
  /** Only of a complete file are the articles known to be the promised ones. */
  readonly isComplete: boolean
  /** What was wrong with single rows of the file. */
  readonly problems: readonly Problem[]
}

/** An article where the store keeps it. */
export interface StoredArticle {
  readonly key: number
  readonly article: Article
}

/** An article that goes in the place of others, by their ids. */
export interface StoredReplacement {
  readonly key: number
  readonly id: string
  readonly replaces: readonly string[]
}

/** The articles of these that go in the place of others. */
export function replacementsAmong(articles: readonly StoredArticle[]): readonly StoredReplacement[] {
  return articles.flatMap(({ key, article: { id, replaces } }) =>
    replaces.length === 0 ? [] : [{ key, id, replaces }],
  )
}

/** How many articles a complete file holds. */
export function articlesIn({ articles, skipped = [] }: Pick<StoredFile, 'articles' | 'skipped'>): number {
  return skipped.reduce((rest, { count }) => rest - count, articles)
}

/** More articles than any file holds. */
const FILE_KEYS = 1e9

/** The key of an article: its file's number and its place in the file, from 1. */
export function articleKey(fileNumber: number, place: number): number {
  return fileNumber * FILE_KEYS + place
}

/** The number of the file that an article's key belongs to. */
export function fileNumberOf(key: number): number {
  return Math.floor(key / FILE_KEYS)
}

/**
 * What the archive keeps. Every call settles; it fails with an ArchiveError of code `storage-full`, `storage-lost` or,
 * for what nobody foresaw, `unexpected`. What one call writes is written as a whole or not at all.
 */
export interface ArchiveStore {
  /** `memory`: nothing outlives the page, and no other tab sees it. */
  readonly kind: 'database' | 'memory'
  /** What a person has brought. */
  readonly batches: BatchStore
  readonly signatures: SignatureStore
  /** What a person has changed. */
  readonly amendments: AmendmentStore
  /** What a person keeps with articles. */
  readonly belongings: BelongingsStore
  /** What a person makes, in a form that travels between devices. */
  readonly records: RecordStore
  /** What is kept for backups; what does it is loaded when it is first asked for. */
  backups(): Promise<BackupStore>
  /** All collections in the order in which they came. */
  collections(): Promise<readonly StoredCollection[]>
  /** Puts a collection in, or in the place of the one with its id. What it shows changes at once and as a whole. */
  saveCollection(collection: StoredCollection): Promise<void>
  /** Forgets a collection; its files are left. One that is not there is no error. */
  forgetCollection(id: string): Promise<void>
  files(): Promise<readonly StoredFile[]>
  /** Makes room for a file. Of one that was begun before and never completed, what was stored is dropped. */
  beginFile(sha256: string): Promise<StoredFile>
  /** Stores articles of a begun file from place `firstPlace` (from 1) on. */
  storeArticles(file: StoredFile, firstPlace: number, articles: readonly Article[]): Promise<void>
  /** Says that all articles of a file are stored and are the promised ones. */
  completeFile(file: StoredFile, articles: number, problems: readonly Problem[]): Promise<void>
  /** Drops a file with its articles; one that is not there is no error. */
  deleteFile(number: number): Promise<void>
  /** The articles at these keys, in this order; `undefined` where there is none. */
  articlesAt(keys: readonly number[]): Promise<readonly (Article | undefined)[]>
  /** Every stored article with one of these ids, whichever file it is in. */
  articlesWithIds(ids: readonly string[]): Promise<readonly StoredArticle[]>
  /** Up to `limit` articles of a file in their order, from place `firstPlace` (from 1) on. */
  articlesOfFile(number: number, firstPlace: number, limit: number): Promise<readonly StoredArticle[]>
  /** The articles that go in the place of any of these ids, whichever file they are in. */
  replacementsOf(ids: readonly string[]): Promise<readonly StoredReplacement[]>
  /** The articles of a file that go in the place of others. */
  replacementsIn(file: number): Promise<readonly StoredReplacement[]>
  /** The stamp that was saved with the stored state of the index, by which another state is known; `null` without one. */
  indexCover(): Promise<string | null>
  /** The stored state of the index: which files make it up, and what they hold; `null` without one. */
  loadIndex(): Promise<unknown>
  /** Keeps a state of the index under a new stamp, in the place of the one before, as a whole; it must be plain data. */
  saveIndex(cover: string, index: unknown): Promise<void>
  /**
   * Begins a file of the index, to be written piece by piece. The name is one that no stored file has: the hash of
   * the content, or a random one; a file of that name is replaced when this one is finished.
   */
  beginIndexFile(name: string): Promise<IndexFileWriter>
  /**
   * Keeps a file of the index, whole or not at all: {@link beginIndexFile} for who has the pieces to give. What the
   * pieces throw is thrown on as it is.
   */
  writeIndexFile(name: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /**
   * Opens a file of the index for synchronous reading, as often as wanted, here and in other tabs; `null` when there
   * is none or its bytes are gone. Fails with `storage-lost` when they are there and cannot be reached.
   */
  openIndexFile(name: string): Promise<IndexFileReader | null>
  /** The names of all files of the index, in no order. */
  indexFileNames(): Promise<readonly string[]>
  /**
   * Deletes files of the index; names without a file are passed over. Who has one open can read it on; its bytes are
   * then left to {@link clearOrphanedIndexFiles}.
   */
  deleteIndexFiles(names: readonly string[]): Promise<void>
  /**
   * Clears what was left behind: bytes of files that were deleted while open or never finished, names whose bytes are
   * gone. Touches nothing that any tab is writing or reading, so it may be called at any time.
   */
  clearOrphanedIndexFiles(): Promise<void>
  /** Lets go of the database. */
  close(): void
}
