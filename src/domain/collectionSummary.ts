import type { Manifest } from './collection'
import type { Problem } from './problem'

/** A collection that the archive holds, or is taking in. */
export interface CollectionSummary {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly revision: number
  readonly articles: number
  readonly dates: Manifest['dates']
  readonly rights: string | null
  readonly isBundled: boolean
  /** Whether it is what the user has added. */
  readonly isOwn: boolean
  /** What was wrong with it at the last take-in; the rest of it is there. */
  readonly problems: readonly Problem[]
  /** How many of its files could not be taken in. */
  readonly missingFiles: number
}

/** A collection at an address, before it is taken in. */
export interface CollectionOffer {
  readonly address: string
  readonly manifest: Manifest
  /** Uncompressed bytes of its article files. */
  readonly bytes: number
  /** Files that taking it in would fetch, index files included, and their uncompressed bytes. */
  readonly lackingFiles: number
  readonly lackingBytes: number
  /** The revision already held, or `null`. */
  readonly heldRevision: number | null
  /** Whether exactly this is held already, whole: taking it in would change nothing. */
  readonly isCurrent: boolean
  /** Whether a newer revision is held. */
  readonly isOlder: boolean
}
