import type { Manifest } from '../domain/collection'
import type { Problem } from '../domain/problem'

/** A revision of a collection that is on its way while an older one is shown. */
export interface IncomingRevision {
  readonly address: string
  readonly manifest: Manifest
  readonly manifestSha256: string
  /** Files that could not be taken in at the last try, one problem each. */
  readonly missing: readonly Problem[]
}

/** A collection as the store keeps it. Its articles are those of the files it shows. */
export interface StoredCollection {
  readonly id: string
  /** The manifest's address. */
  readonly address: string
  readonly isBundled: boolean
  /** Rises in the order in which collections came; never used twice. */
  readonly order: number
  readonly manifest: Manifest
  readonly manifestSha256: string
  /** SHA-256 of the files that are shown: all of the manifest's, or those that have come in so far. */
  readonly files: readonly string[]
  /** Files of this revision that could not be taken in at the last try, one problem each. */
  readonly missing: readonly Problem[]
  readonly incoming: IncomingRevision | null
}
