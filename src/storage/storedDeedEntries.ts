import type { DeedEntry } from './amendmentStore'
import type { RecordEntry } from './backupStore'

/** What a deed changed, apart from the deed itself, since a list of deeds need not read it. */
export interface StoredDeedEntries {
  readonly number: number
  readonly entries: readonly DeedEntry[]
  /** Of a restored backup: the records that it changed. */
  readonly records?: readonly RecordEntry[]
}
