import type { DeedEntry } from './amendmentStore'
import type { RecordEntry } from './backupStore'

/** Some of what a deed changed. */
export interface DeedChanges {
  readonly entries: readonly DeedEntry[]
  /** Only of a restored backup: the records that it changed. */
  readonly records: readonly RecordEntry[]
}

/**
 * Some of what a deed changed, apart from the deed itself, since a list of deeds need not read it; in pieces, since a deed
 * may change as many articles as there are.
 */
export interface StoredDeedPiece extends DeedChanges {
  /** The number of the deed. */
  readonly deed: number
  /** Its place among the pieces of the deed, from 1. */
  readonly place: number
  /** The scans whose records are among `records`, so that their contents are kept for as long as they may come back. */
  readonly scans: readonly string[]
}

/** A piece of a deed as it is stored. */
export function toDeedPiece(deed: number, place: number, { entries, records }: DeedChanges): StoredDeedPiece {
  const scans = records.flatMap(({ after: { kind, id } }) => (kind === 'scan' ? [id] : []))
  return { deed, place, entries, records, scans }
}
