import type { BackupMark, TravellingAmendment } from '../domain/backup'
import type { KeptRecord } from '../domain/keptRecord'
import type { Deed } from '../domain/mending'
import type { Undertaking } from './amendmentStore'
import type { StoredBatch } from './batchStore'
import type { PlaceRun } from './placeRun'
import type { StoredCollection } from './storedCollection'

/** What of a backup is put aside for its restoration; nothing of it is visible. */
export interface StagedPiece {
  readonly records: readonly KeptRecord[]
  readonly amendments: readonly TravellingAmendment[]
}

/** A restoration that is to be done, all at once. */
export interface Restoration {
  /** Under which its pieces are staged: the name of a batch that is none, with which they are cleared. */
  readonly name: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly isIndexed: Undertaking['isIndexed']
  /** Batches that come in, whose articles, clippings and originals are stored. */
  readonly accepted: readonly {
    readonly batch: StoredBatch
    readonly lastPlace: number
    readonly skipped: readonly PlaceRun[]
  }[]
  /** Batches that are here with a later moment of acceptance. */
  readonly renewed: readonly StoredBatch[]
  /** Batches that go: they were taken out elsewhere. */
  readonly removed: readonly StoredBatch[]
  /** The collection of one's own as it is then; `null` when it is empty. */
  readonly collection: StoredCollection | null
  /** Addresses of collections, those apart that are here. */
  readonly wantedCollections: readonly string[]
}

/** What a merge made of a record. */
export interface RecordEntry {
  readonly before: KeptRecord | null
  readonly after: KeptRecord
}

/** What the archive keeps for backups. Each call is one transaction; it fails as those of an ArchiveStore do. */
export interface BackupStore {
  /** Up to where changes are in a backup; `null` without one. */
  mark(): Promise<BackupMark | null>
  saveMark(mark: BackupMark): Promise<void>
  /** When a backup was last made or restored here; an empty text when never. */
  exchangedAt(): Promise<string>
  /** How many records were changed after a moment, and corrections after a version. */
  changesAfter(mark: BackupMark): Promise<number>
  wantedCollections(): Promise<readonly string[]>
  saveWantedCollections(addresses: readonly string[]): Promise<void>
  /** Puts a piece of a backup aside. */
  stage(name: string, piece: StagedPiece): Promise<void>
  /** Does a restoration from its staged pieces: what is later holds. Gives the deed as the log has it; number 0 for none. */
  commit(restoration: Restoration): Promise<Deed>
}
