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
 * How a stored file of a collection stands against its manifest. `intact`: written out again it has the promised hash.
 * `unproven`: all its articles are there, but its publisher writes them in another form than this program, so that the
 * hash says nothing. `damaged`: articles are missing or cannot be read.
 */
export type FileVerdict = 'intact' | 'unproven' | 'damaged'

/** A file of a collection that was checked. */
export interface FileCheck {
  readonly path: string
  readonly articles: number
  readonly verdict: FileVerdict
  /** How many files of the collection are held. */
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
  /** Checks the held file number `place` (from 0) of a collection; `null` when there is none such. */
  checkCollectionFile(id: string, place: number): Promise<FileCheck | null>
  /** Puts the damaged files of a collection away, so that completing it fetches them again. Gives their number. */
  discardDamagedFiles(id: string): Promise<number>
  removalOutlook(id: string): Promise<RemovalOutlook>
  /** Removes a collection that the user has added, with everything that was fetched for it. What the user made stays. */
  removeCollection(id: string): Promise<void>
}
