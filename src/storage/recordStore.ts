import type { KeptRecord, RecordKind } from '../domain/keptRecord'

/** What merging records did. */
export interface RecordMerge {
  /** Records that were not there in any form. */
  readonly added: number
  /** Records that were there and changed, or came back. */
  readonly changed: number
  /** Records that were there and are deleted now. */
  readonly deleted: number
  /** Records that are as they were: the same, or newer than what was to be merged. */
  readonly kept: number
}

/** Where a record stands among all. */
export type RecordPlace = Pick<KeptRecord, 'kind' | 'id'>

/**
 * What the user made beside the articles, in one table. A record that is deleted stays as a trace, which only
 * {@link page} and {@link withIds} give. Each call is one transaction; it fails as those of an ArchiveStore do.
 */
export interface RecordStore {
  /** The records of a kind that are not deleted, by their ids. */
  ofKind(kind: RecordKind): Promise<readonly KeptRecord[]>
  /** The records of a kind about any of these, not deleted, by their ids. */
  about(kind: RecordKind, about: readonly string[]): Promise<readonly KeptRecord[]>
  /** These records, deleted ones too, in this order; `undefined` where there never was one. */
  withIds(kind: RecordKind, ids: readonly string[]): Promise<readonly (KeptRecord | undefined)[]>
  /**
   * Reads what is there at these places, and writes what `decide` makes of it; nobody else writes between. What it throws
   * is thrown on, and nothing is written. Gives what was there before, in the order of the places.
   */
  change(
    places: readonly RecordPlace[],
    decide: (before: readonly (KeptRecord | undefined)[]) => readonly KeptRecord[],
  ): Promise<readonly (KeptRecord | undefined)[]>
  /** Takes in records of another device: of each the one that was changed later stays. */
  merge(records: readonly KeptRecord[]): Promise<RecordMerge>
  /** All records, deleted ones too, in the order of kind and id, after a place, at most `limit`. */
  page(after: RecordPlace | null, limit: number): Promise<readonly KeptRecord[]>
}
