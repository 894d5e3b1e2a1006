import type { ArchiveStore } from '../../storage/archiveStore'

/** Amendments read at once. */
const BATCH = 500

/** What amendments have changed since a version. */
export interface ChangedArticles {
  /** The greatest version among them. */
  readonly version: number
  /** Every id that has been amended since, whatever is changed about it. */
  readonly amended: readonly string[]
  /** Ids of the articles that the index has otherwise than they are now, or may have; and whether they are deleted. */
  readonly outdated: ReadonlyMap<string, { readonly isDeleted: boolean }>
}

/** Which articles have been amended after a version, those that go in the place of amended ones among them. */
export async function changedArticlesSince(store: ArchiveStore, version: number): Promise<ChangedArticles> {
  const amended: string[] = []
  const outdated = new Map<string, { readonly isDeleted: boolean }>()
  let greatest = version
  for (;;) {
    const amendments = await store.amendments.after(greatest, BATCH)
    const last = amendments.at(-1)
    if (last === undefined) return { version: greatest, amended, outdated }
    greatest = last.version
    const seen = amendments.filter(({ indexed }) => indexed > version)
    const replacements = await store.replacementsOf(seen.map(({ articleId }) => articleId))
    for (const { articleId } of amendments) amended.push(articleId)
    // One that has an amendment of its own comes itself, with its own version.
    for (const { id } of replacements) if (!outdated.has(id)) outdated.set(id, { isDeleted: false })
    for (const { articleId, isDeleted } of seen) outdated.set(articleId, { isDeleted })
  }
}
