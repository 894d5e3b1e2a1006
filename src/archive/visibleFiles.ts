import { articleFiles, indexFileOf, OWN_COLLECTION, type CollectionFile } from '../domain/collection'
import type { StoredFile } from '../storage/archiveStore'
import type { PlaceRun } from '../storage/placeRun'
import type { StoredCollection } from '../storage/storedCollection'

/** A file whose articles are shown, with the collection it is shown for. */
export interface VisibleFile {
  readonly number: number
  readonly path: string
  /** Articles of it, or its last place where some are skipped. */
  readonly articles: number
  /** Places up to `articles` that have no article. */
  readonly skipped?: readonly PlaceRun[]
  readonly collection: string
  /** Of articles with one id that of the file with the greatest precedence is shown. */
  readonly precedence: number
  /** SHA-256 of the index file that a collection offers for it, which is also its name in the store; `null` without one. */
  readonly index: string | null
}

/** The files of a manifest that hold articles, each content once. */
export function distinctArticleFiles(manifest: StoredCollection['manifest']): readonly CollectionFile[] {
  return [...new Map(articleFiles(manifest).map((file) => [file.sha256, file])).values()]
}

/** Whether a collection shows all files of its revision. */
export function isWhole(collection: StoredCollection): boolean {
  const shown = new Set(collection.files)
  return articleFiles(collection.manifest).every((file) => shown.has(file.sha256))
}

/** Whether files of a collection could not be taken in at the last try. */
export function lacksFiles({ incoming, missing }: StoredCollection): boolean {
  return missing.length > 0 || (incoming?.missing.length ?? 0) > 0
}

/** Whether files of a collection are still on their way: none of them has failed, and some are not there yet. */
export function isComing(collection: StoredCollection): boolean {
  return !lacksFiles(collection) && (collection.incoming !== null || !isWhole(collection))
}

/**
 * The files that the collections show, in the order in which their collections came. The newer revision goes before
 * the older, among equals the collection that came later; a file that several show belongs to the first of these. What
 * a person has added goes before all of them, a later batch of it before an earlier one.
 */
export function visibleFiles(
  collections: readonly StoredCollection[],
  files: readonly StoredFile[],
): readonly VisibleFile[] {
  const complete = new Map(files.filter((file) => file.isComplete).map((file) => [file.sha256, file]))
  const isOwn = ({ id }: StoredCollection): boolean => id === OWN_COLLECTION
  const rising = [...collections].sort(
    (one, other) =>
      Number(isOwn(one)) - Number(isOwn(other)) ||
      one.manifest.revision - other.manifest.revision ||
      one.order - other.order,
  )
  const visible = new Map<number, VisibleFile>()
  rising.forEach((collection, rank) => {
    const shown = new Set(collection.files)
    for (const [place, listed] of distinctArticleFiles(collection.manifest).entries()) {
      const { sha256, path } = listed
      const file = shown.has(sha256) ? complete.get(sha256) : undefined
      if (file === undefined) continue
      const { number, articles, skipped = [] } = file
      const precedence = isOwn(collection) ? rank + place : rank
      const index = indexFileOf(collection.manifest, listed)?.sha256 ?? visible.get(number)?.index ?? null
      const shownAs = { number, path, articles, collection: collection.id, precedence, index }
      visible.set(number, skipped.length === 0 ? shownAs : { ...shownAs, skipped })
    }
  })
  return [...visible.values()].sort((one, other) => one.number - other.number)
}

/** A text that two lists of visible files share exactly when the same articles are shown for the same collections. */
export function coverOf(visible: readonly VisibleFile[]): string {
  return JSON.stringify(visible.map(({ number, collection, precedence }) => [number, collection, precedence]))
}

/** Files that no collection shows or is waiting for: what a replaced revision or a given-up one left behind. */
export function orphanedFiles(
  collections: readonly StoredCollection[],
  files: readonly StoredFile[],
): readonly StoredFile[] {
  const wanted = new Set<string>()
  for (const { manifest, incoming } of collections) {
    for (const file of distinctArticleFiles(manifest)) wanted.add(file.sha256)
    for (const file of incoming === null ? [] : distinctArticleFiles(incoming.manifest))
      wanted.add(file.sha256)
  }
  return files.filter((file) => !wanted.has(file.sha256))
}
