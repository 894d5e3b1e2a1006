/**
 * A backup file: gzip of one or more members (RFC 1952), and in it, in UTF-8,
 *
 *     {"format":"jianbao-backup","version":1}
 *     {"section":"records"}                         every section once, in the order of BACKUP_SECTIONS
 *     {…}                                           its rows, canonical JSON, one a line
 *     {"end":"records","rows":2,"sha256":"…"}       of all bytes since the section's first line
 *     …
 *     {"end":"backup","sha256":"…"}                 of the first line and the last lines of all sections
 *
 * A row of the section `files` has a field `bytes`, and so many bytes of content and a line end follow it. Nothing is in
 * it of when or where it was made: the same state always gives the same bytes.
 */
export const BACKUP_FORMAT = 'jianbao-backup'

/** The newest version that this program reads, and the one that it writes. */
export const BACKUP_VERSION = 1

/** The sections of a backup in their order. What is referred to comes before what refers to it. */
export const BACKUP_SECTIONS = [
  /** What the reader chose for the app: at most one row. */
  'preferences',
  /** Addresses of the collections that were added. */
  'collections',
  /** Notes, bookmarks, cards, decisions and all else that is kept as records, traces of deleted ones too. */
  'records',
  /** Corrections, tags, confirmations and deletions of articles. */
  'amendments',
  /** What was brought in at once, each. */
  'batches',
  /** Pictures of printed pages, and the pages that articles were read from. */
  'files',
  /** The articles that were brought in, with how each came to be. */
  'clippings',
] as const
export type BackupSection = (typeof BACKUP_SECTIONS)[number]

/** The longest row, in bytes: an article may hold three million characters. */
export const LONGEST_BACKUP_ROW = 64 * 1024 * 1024

/** The largest content of a file in a backup, in bytes. */
export const LARGEST_BACKUP_FILE = 256 * 1024 * 1024

/**
 * Why a file cannot be read as a backup: `foreign`, it is something else; `newer`, a newer program wrote it; `damaged`, it
 * is cut off or changed, or holds what no program of ours writes.
 */
export type BackupFault = 'foreign' | 'newer' | 'damaged'

/** A file that cannot be read as a backup. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal'
  readonly fault: BackupFault

  constructor(fault: BackupFault, message: string) {
    super(message)
    this.fault = fault
  }
}
