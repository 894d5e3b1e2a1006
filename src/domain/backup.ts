import type { ArticleEdit } from './articleEdit'
import type { FileContent } from './fileContent'
import type { ChangedContent, RecordKind } from './keptRecord'
import type { Deed } from './mending'
import type { MergeCounts } from './mergeOutcome'

/** A correction as it travels: the later one holds, as of records. */
export interface TravellingAmendment {
  readonly articleId: string
  readonly edit: ArticleEdit
  readonly isDeleted: boolean
  readonly changedAt: string
  readonly changedBy: string
}

/** What an amendment says, to be compared as records are. */
export function amendmentContent(amendment: Omit<TravellingAmendment, 'articleId'>): ChangedContent {
  const { edit, isDeleted, changedAt, changedBy } = amendment
  const isEmpty = !isDeleted && Object.keys(edit).length === 0
  return { about: '', content: isEmpty ? null : { edit, isDeleted }, changedAt, changedBy }
}

/** Up to where changes are in a backup. */
export interface BackupMark {
  /** When it was made, ISO 8601 in UTC. */
  readonly savedAt: string
  /** The greatest version of a correction that is in it. */
  readonly version: number
}

/** What is not in any backup yet. */
export interface BackupState {
  /** When the last backup was made, or one restored where nothing was; `null` without one. */
  readonly savedAt: string | null
  /** What was made or changed since: records, corrections, and what was brought in at once. */
  readonly unsaved: number
  /** Whether there is anything that a backup would hold. */
  readonly hasContent: boolean
  /** Addresses of collections that a restored backup had and that are not here. */
  readonly wantedCollections: readonly string[]
}

/** How far the work on a backup has come; told in the archive's status. */
export interface BackupProgress {
  readonly step: 'writing' | 'examining' | 'restoring'
  /** Bytes of the file, while it is written of what is not yet packed; `total` is 0 while it is not known. */
  readonly done: number
  readonly total: number
}

/** A backup that was written. */
export interface WrittenBackup {
  readonly content: FileContent
  readonly mark: BackupMark
}

/** What restoring a backup will change. */
export interface BackupPreview {
  /** By kind, those that the file has. */
  readonly records: Readonly<Partial<Record<RecordKind, MergeCounts>>>
  /** Corrections of articles. */
  readonly amendments: MergeCounts
  /** What was brought in at once. */
  readonly batches: MergeCounts
  /** Articles that come in and that go, with the batches. */
  readonly articlesAdded: number
  readonly articlesRemoved: number
  /** Pictures and originals that come in. */
  readonly files: number
  readonly fileBytes: number
  /** Addresses of collections that are not here. */
  readonly collections: readonly string[]
  /** What its owner chose for the app; `null` when nothing. */
  readonly preferences: unknown
}

/** What restoring a backup did. */
export interface RestoredBackup {
  /** Is in the log and can be undone; its number is 0 when no record and no correction changed. */
  readonly deed: Deed
  readonly articlesAdded: number
  readonly articlesRemoved: number
}

/** How a backup is restored. */
export interface RestoreOptions {
  /** Whether what was deleted here after the backup was made comes back. */
  readonly isBringingBack: boolean
}

/**
 * What the archive does with backups. Everything fails with an ArchiveError: `backup-refused` for a file that is none, its
 * subject `foreign`, `newer` or `damaged`; `cancelled` after {@link cancelBackup}; and then nothing has changed.
 */
export interface BackupCalls {
  /** What is not in any backup yet. */
  backupState(): Promise<BackupState>
  /**
   * Writes everything that the user made or added into one file.
   *
   * @param preferences what is chosen for the app, plain JSON
   */
  writeBackup(preferences: unknown): Promise<WrittenBackup>
  /** Notes that a backup is where the user keeps it: what it holds is no longer unsaved. */
  keepBackupMark(mark: BackupMark): Promise<void>
  /** Reads a whole backup, and tells what restoring it would change; changes nothing. */
  examineBackup(file: FileContent): Promise<BackupPreview>
  /**
   * Merges a backup: of what was changed here and there the later change holds, what is only here stays. All of it or,
   * when it fails or the tab is killed, nothing.
   */
  restoreBackup(file: FileContent, options: RestoreOptions): Promise<RestoredBackup>
  /** Stops what is being written, examined or restored. Nothing under way is no error. */
  cancelBackup(): Promise<void>
  /** Forgets the address of a collection that a restored backup had. */
  forgetWantedCollection(address: string): Promise<void>
}
