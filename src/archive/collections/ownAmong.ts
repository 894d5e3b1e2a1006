import type { KeptRecord } from '../../domain/keptRecord'
import { fileNumberOf, type ArchiveStore } from '../../storage/archiveStore'

/** Rows read from the store at once. */
const BATCH = 500

/** The ids of all articles that the user has changed, noted, kept or given a scan; those of projects among them. */
async function idsWithOwn(store: ArchiveStore): Promise<ReadonlySet<string>> {
  const ids = new Set([...(await store.amendments.ids()), ...(await store.belongings.scanIds())])
  for (let last: KeptRecord | null = null; ;) {
    const records: readonly KeptRecord[] = await store.records.page(last, BATCH)
    for (const { about, content } of records) if (about !== '' && content !== null) ids.add(about)
    last = records.at(-1) ?? null
    if (last === null) return ids
  }
}

/** How many articles in these files, by their numbers, have something of the user's with them. */
export async function countWithOwn(store: ArchiveStore, files: ReadonlySet<number>): Promise<number> {
  const ids = [...(await idsWithOwn(store))]
  const found = new Set<string>()
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const { key, article } of await store.articlesWithIds(ids.slice(start, start + BATCH))) {
      if (files.has(fileNumberOf(key))) found.add(article.id)
    }
  }
  return found.size
}
