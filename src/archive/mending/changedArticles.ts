import type { StoredAmendment } from '../../storage/amendmentStore'
import type { ArchiveStore } from '../../storage/archiveStore'

/** Amendments read at once. */
const BATCH = 500

/** What amendments have changed since a version. */
export interface ChangedArticles {
  /** The greatest version among them. */
  readonly version: number
  /** Ids of the articles that the index has otherwise than they are now, or may have; and whether they are deleted. */
  readonly outdated: ReadonlyMap<string, { readonly isDeleted: boolean }>
}

/**
 * Which articles have been amended after a version, those that go in the place of amended ones among them.
 *
 * @param onRead told of every amendment since, whatever it changes
 */
export async function changedArticlesSince(
  store: ArchiveStore,
  version: number,
  onRead: (amendments: readonly StoredAmendment[]) => Promise<void>,
): Promise<ChangedArticles> {
  const outdated = new Map<string, { readonly isDeleted: boolean }>()
  let greatest = version
  for (;;) {
    const amendments = await store.amendments.after(greatest, BATCH)
    const last = amendments.at(-1)
    if (last === undefined) return { version: greatest, outdated }
    greatest = last.version
    const seen = amendments.filter(({ indexed }) => indexed > version)
    const replacements = await store.replacementsOf(seen.map(({ articleId }) => articleId))
    await onRead(amendments)
    // One that has an amendment of its own comes itself, with its own version.
    for (const { id } of replacements) if (!outdated.has(id)) outdated.set(id, { isDeleted: false })
    for (const { articleId, isDeleted } of seen) outdated.set(articleId, { isDeleted })
  }
}
