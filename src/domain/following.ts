import type { CollectionOffer, CollectionSummary } from './collectionSummary'
import type { Failure } from './failure'
import type { GivenFile } from './givenFiles'

/** What the removal of a collection would do. */
export interface RemovalOutlook {
  readonly articles: number
  /** Articles of it that the user has noted, corrected, bookmarked or given a scan; all of that stays. */
  readonly withOwn: number
}

/** What came of asking the address of a collection whether it has something newer. */
export interface RevisionCheck {
  readonly id: string
  /** The newer revision; `null` when there is none, or the address could not be asked. */
  readonly offer: CollectionOffer | null
  readonly failure: Failure | null
}

/**
 * How what is stored of a file stands against its manifest. `intact`: articles written out again, or an index file as it
 * is, have the promised hash; an index that was made on this device has its own checksums. `unproven`: all articles are
 * there, but their publisher writes them in another form than this program, so that the hash says nothing. `damaged`:
 * something is missing or is not as it was written.
 */
export type FileVerdict = 'intact' | 'unproven' | 'damaged'

/** A file of a collection, or a file of the index over its articles, that was checked. */
export interface FileCheck {
  readonly role: 'articles' | 'index'
  /** As the manifest names it; empty for an index that was made on this device. */
  readonly path: string
  readonly articles: number
  readonly verdict: FileVerdict
  /** How many files there are to check. */
  readonly files: number
}

/** The calls by which collections are followed, checked and removed. */
export interface FollowCalls {
  /** What collection these files hold: a ZIP, or the files of a folder. Nothing is written, and no network is used. */
  offerGivenCollection(files: readonly GivenFile[]): Promise<CollectionOffer>
  /** Takes in the collection that these files hold, its next revision, or what is missing of it. */
  takeInGivenCollection(files: readonly GivenFile[]): Promise<CollectionSummary>
  /** Asks the addresses of the collections that the user has added, and no others. One that fails does not hold up the rest. */
  checkRevisions(): Promise<readonly RevisionCheck[]>
  /**
   * Checks the held file number `place` (from 0) of a collection, those of articles first, then those of the index over
   * them; `null` when there is none such.
   */
  checkCollectionFile(id: string, place: number): Promise<FileCheck | null>
  /** Puts the damaged files of a collection away, so that completing it fetches them again. Gives their number. */
  discardDamagedFiles(id: string): Promise<number>
  /** Makes the damaged parts of the index again from the articles; settles when everything is found again. */
  rebuildDamagedIndex(): Promise<void>
  removalOutlook(id: string): Promise<RemovalOutlook>
  /** Removes a collection that the user has added, with everything that was fetched for it. What the user made stays. */
  removeCollection(id: string): Promise<void>
}
