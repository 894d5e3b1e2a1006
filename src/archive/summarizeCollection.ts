import type { CollectionOffer, CollectionSummary } from '../domain/collectionSummary'
import { indexFileOf, OWN_COLLECTION } from '../domain/collection'
import type { Problem } from '../domain/problem'
import { articlesIn, type StoredFile } from '../storage/archiveStore'
import type { StoredCollection } from '../storage/storedCollection'
import type { FetchedManifest } from './fetchManifest'
import { distinctArticleFiles, isWhole } from './visibleFiles'

/** Problems that are told of one collection. */
const TOLD_PROBLEMS = 200

/**
 * A collection as it is told. Its problems name missing files first, then rows.
 *
 * @param conflicts what is wrong with its articles because other collections hold the same ids
 */
export function summarizeCollection(
  collection: StoredCollection,
  files: readonly StoredFile[],
  conflicts: readonly Problem[],
): CollectionSummary {
  const { id, address, isBundled, manifest, incoming } = collection
  const shown = new Set(collection.files)
  const shownFiles = files.filter((file) => file.isComplete && shown.has(file.sha256))
  const missing = [...collection.missing, ...(incoming?.missing ?? [])]
  return {
    id,
    title: manifest.title,
    address,
    revision: manifest.revision,
    articles: shownFiles.reduce((articles, file) => articles + articlesIn(file), 0),
    dates: manifest.dates,
    rights: manifest.rights ?? null,
    isBundled,
    isOwn: id === OWN_COLLECTION,
    problems: [...missing, ...shownFiles.flatMap((file) => file.problems), ...conflicts].slice(
      0,
      TOLD_PROBLEMS,
    ),
    missingFiles: missing.length,
  }
}

/**
 * What a manifest offers, beside what is held of that collection already.
 *
 * @param files all stored files
 * @param indexFileNames of all stored index files, which published ones share with their hashes
 */
export function offerOf(
  { address, manifest, manifestSha256 }: FetchedManifest,
  held: StoredCollection | undefined,
  files: readonly StoredFile[],
  indexFileNames: readonly string[],
): CollectionOffer {
  const stored = new Set([
    ...files.filter(({ isComplete }) => isComplete).map(({ sha256 }) => sha256),
    ...indexFileNames,
  ])
  const lacking = distinctArticleFiles(manifest)
    .filter(({ sha256 }) => !stored.has(sha256))
    .flatMap((file) => {
      const index = indexFileOf(manifest, file)
      return index === null || stored.has(index.sha256) ? [file] : [file, index]
    })
  return {
    address,
    manifest,
    bytes: distinctArticleFiles(manifest).reduce((bytes, file) => bytes + file.bytes, 0),
    lackingFiles: lacking.length,
    lackingBytes: lacking.reduce((bytes, file) => bytes + file.bytes, 0),
    heldRevision: held?.manifest.revision ?? null,
    isCurrent: held?.manifestSha256 === manifestSha256 && held.incoming === null && isWhole(held),
    isOlder: held !== undefined && manifest.revision < held.manifest.revision,
  }
}
