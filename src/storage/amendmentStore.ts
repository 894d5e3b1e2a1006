import type { ArticleEdit } from '../domain/articleEdit'
import type { Amendment, ArticleChange, Deed } from '../domain/mending'

/** What a person has made of an article, at one time. */
export interface AmendedContent {
  readonly edit: ArticleEdit
  readonly isDeleted: boolean
  /** Which content this is, so that it is known again when it is brought back: the version it was made with; 0 for none. */
  readonly content: number
}

/** An article that nobody has changed. */
export const UNAMENDED: AmendedContent = { edit: {}, isDeleted: false, content: 0 }

/** An amendment as the store keeps it. */
export interface StoredAmendment extends Amendment, AmendedContent {
  /** The last version that changed something that the search index knows; 0 when none did. */
  readonly indexed: number
  /** When it was last changed, ISO 8601 in UTC with milliseconds: of two devices' amendments the later one holds. */
  readonly changedAt: string
  /** The name of who changed it last; empty when none was given. */
  readonly changedBy: string
}

/** An article that is to be changed. */
export interface AmendmentTarget {
  readonly id: string
  /** Ids that it had before: while it has no amendment of its own, the first that is found under these holds. */
  readonly replaces: readonly string[]
  readonly title: string
}

/** What a deed made of one article. */
export interface DeedEntry {
  readonly id: string
  readonly before: AmendedContent
  readonly after: AmendedContent
  /** Whether the search index knows the difference. */
  readonly isIndexed: boolean
}

/** A deed that is to be done, all at once. */
export interface Undertaking<Target extends AmendmentTarget = AmendmentTarget> {
  readonly kind: ArticleChange['kind']
  /** ISO 8601 in UTC. */
  readonly at: string
  /** The name of who does it; absent when none was given. */
  readonly by?: string
  /** Each id once. */
  readonly targets: readonly Target[]
  /** What is made of an article that was amended so; `null` leaves it as it is. What it throws fails the deed. */
  readonly decide: (target: Target, before: AmendedContent) => Omit<AmendedContent, 'content'> | null
  /** Whether the search index knows the difference between two contents. */
  readonly isIndexed: (
    before: Omit<AmendedContent, 'content'>,
    after: Omit<AmendedContent, 'content'>,
  ) => boolean
}

/**
 * What a person has changed, above all collections. An amendment is never removed: one that is taken back is empty. Each
 * call is one transaction; it fails as those of an ArchiveStore do.
 */
export interface AmendmentStore {
  /** The greatest version that any amendment has; 0 without one. */
  version(): Promise<number>
  /** All ids that have an amendment, in no order. */
  ids(): Promise<readonly string[]>
  /** The amendments of these ids, in this order; `undefined` where there is none. */
  withIds(ids: readonly string[]): Promise<readonly (StoredAmendment | undefined)[]>
  /** Amendments with a greater version than this, in the order of their versions, at most `limit`. */
  after(version: number, limit: number): Promise<readonly StoredAmendment[]>
  /** Does a deed. One that changes nothing is not kept, and has the number 0. */
  amend<Target extends AmendmentTarget>(undertaking: Undertaking<Target>): Promise<Deed>
  /** The newest deeds, newest first. */
  deeds(limit: number): Promise<readonly Deed[]>
  /** What a deed made of its articles; nothing for a number that no deed has. */
  entriesOf(number: number): Promise<readonly DeedEntry[]>
  /**
   * Takes a deed back: puts back what each of its articles was before it, if it is still as the deed left it. A deed that
   * was taken back is done again in the same way. Gives how many articles changed; when none did, the deed stays as it is.
   *
   * @param at when this is done, ISO 8601 in UTC
   */
  undo(number: number, at?: string): Promise<number>
}

/** The amendment that holds for an article: its own, else that of the first of its former ids that has one. */
export function amendmentFor(
  { id, replaces }: Pick<AmendmentTarget, 'id' | 'replaces'>,
  find: (id: string) => StoredAmendment | undefined,
): StoredAmendment | undefined {
  const own = find(id)
  if (own !== undefined) return own
  for (const former of replaces) {
    const amendment = find(former)
    if (amendment !== undefined) return amendment
  }
  return undefined
}
