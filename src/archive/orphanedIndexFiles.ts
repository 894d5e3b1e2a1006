import { indexFileOf } from '../domain/collection'
import type { ArchiveStore } from '../storage/archiveStore'
import type { IndexKeeper } from './indexKeeper'
import { publishedNames } from './publishedIndex'
import { parseStoredIndex } from './storedIndex'
import { distinctArticleFiles } from './visibleFiles'

/**
 * The names of files of the index that nothing needs: not what is stored of it, not what this tab has of it, and not a
 * file of articles that waits to be indexed.
 */
export async function orphanedIndexFiles(
  store: ArchiveStore,
  keeper: IndexKeeper,
): Promise<readonly string[]> {
  const names = await store.indexFileNames()
  if (names.length === 0) return []
  const wanted = new Set<string>()
  for (const { names: own } of keeper.shelf.parts) if (own !== null) wanted.add(own.index).add(own.texts)
  const stored = parseStoredIndex(await store.loadIndex())
  for (const { name, texts } of stored?.parts ?? []) wanted.add(name).add(texts)
  const files = new Map((await store.files()).map((file) => [file.sha256, file]))
  for (const { manifest, incoming } of await store.collections()) {
    for (const listed of [manifest, ...(incoming === null ? [] : [incoming.manifest])]) {
      for (const articleFile of distinctArticleFiles(listed)) {
        const held = files.get(articleFile.sha256)
        if (held?.isComplete && keeper.isIndexed(held)) continue
        const published = indexFileOf(listed, articleFile)
        if (published === null) continue
        const own = publishedNames(published.sha256)
        wanted.add(own.index).add(own.texts)
      }
    }
  }
  return names.filter((name) => !wanted.has(name))
}
