import type { FileContent } from '../domain/fileContent'
import type { Attachment } from '../domain/attachment'

/**
 * The contents that a person keeps: pictures and PDFs of the printed page (scans), and the pages that articles were read
 * from (originals). That a scan belongs to its article its record says (`ScanContent`), so that content without a record
 * is nothing. Each call is one transaction; it fails as those of an ArchiveStore do.
 */
export interface BelongingsStore {
  /** The scans with these ids, in the order in which they came to this device; ids without content are left out. */
  scans(ids: readonly string[]): Promise<readonly Attachment[]>
  /** The ids of all scans whose content is there, with a record or without, in their order. */
  scanIds(): Promise<readonly string[]>
  /** An attachment, or an original that articles of a batch were read from; `null` when it is gone. */
  attachment(number: number): Promise<Attachment | null>
  /** Keeps the content of a scan; the one with its id that is there already stays. */
  addScan(scan: Omit<Attachment, 'number' | 'kind'>, content: FileContent): Promise<Attachment>
  /** Keeps a page that articles of a batch were read from, once for all of them; gives its number. It goes with its batch. */
  addOriginal(
    batch: string,
    original: Pick<Attachment, 'name' | 'type' | 'bytes'>,
    content: FileContent,
  ): Promise<number>
  /** The originals of a batch, in the order in which they came. */
  originalsOf(batch: string): Promise<readonly Attachment[]>
  /** The content of an attachment, of its type; `null` when it is gone. */
  contentOf(number: number): Promise<FileContent | null>
  /** Drops the contents of scans; those that are not there are no error. */
  deleteScans(ids: readonly string[]): Promise<void>
  /**
   * Drops the contents of scans that belong to nothing: without a record, or with a deleted one that no deed of the log can
   * bring back. To be called while no other tab restores a backup, whose scans come before their records.
   */
  clearUnclaimedScans(): Promise<void>
}
