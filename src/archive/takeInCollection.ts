import type { CollectionFile } from '../domain/collection'
import { isGivenAsFiles } from '../domain/givenFiles'
import { ArchiveError, type Problem } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { IncomingRevision, StoredCollection } from '../storage/storedCollection'
import { batchOfFile } from '../storage/batchStore'
import type { Locks } from './archiveDependencies'
import { completeFiles, fetchFiles, wantedIndexFiles, type FetchSurroundings } from './fetchFiles'
import type { FetchedManifest } from './fetchManifest'
import { distinctArticleFiles, isWhole, orphanedFiles } from './visibleFiles'

/** What a take-in works with, and whom it tells. */
export interface TakeInSurroundings extends FetchSurroundings {
  readonly locks: Locks
  /** What the collections show has changed; waited for before the next file is asked for. */
  readonly onVisible: () => Promise<void>
}

function shownFiles(files: readonly CollectionFile[], complete: ReadonlySet<string>): readonly string[] {
  return files.map((file) => file.sha256).filter((sha256) => complete.has(sha256))
}

function filesFailed(title: string, missing: readonly Problem[], remark: string): ArchiveError {
  const named = missing.slice(0, 5).map((problem) => `${problem.file} (${problem.code}: ${problem.message})`)
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : ''
  return new ArchiveError('files-failed', title, `${named.join('; ')}${more}${remark}`)
}

/** An address that can be asked again is kept where something came as files. */
function lastingAddress(fetched: FetchedManifest, held: Pick<StoredCollection, 'address'>): string {
  return isGivenAsFiles(fetched.address) ? held.address : fetched.address
}

/** Whether a manifest may change a collection: it is from the same address, or one of the two came as files. */
function isOfSameOrigin(held: StoredCollection, address: string, isBundled: boolean): boolean {
  if (held.isBundled || isBundled) return held.isBundled && isBundled
  return held.address === address || isGivenAsFiles(address) || isGivenAsFiles(held.address)
}

/** Nothing whole is there to be kept: every file is shown as soon as it is complete, and the intact ones stay. */
async function takeInFirst(
  surroundings: TakeInSurroundings,
  fetched: FetchedManifest,
  base: Pick<StoredCollection, 'isBundled' | 'order' | 'files' | 'address'>,
): Promise<void> {
  const { store, onVisible } = surroundings
  const files = distinctArticleFiles(fetched.manifest)
  // What was stored and waits for its index file is shown when that has come, or did not.
  const wanted = await wantedIndexFiles(surroundings, fetched.manifest)
  const complete = [...(await completeFiles(store)).keys()]
  const shown = new Set(complete.filter((sha256) => !wanted.has(sha256) || base.files.includes(sha256)))
  let collection: StoredCollection = {
    ...base,
    ...fetched,
    address: lastingAddress(fetched, base),
    id: fetched.manifest.id,
    files: shownFiles(files, shown),
    missing: [],
    incoming: null,
  }
  await store.saveCollection(collection)
  await onVisible()
  const missing = await fetchFiles(surroundings, fetched, async (sha256) => {
    shown.add(sha256)
    collection = { ...collection, files: shownFiles(files, shown) }
    await store.saveCollection(collection)
    await onVisible()
  })
  if (missing.length === 0) return
  await store.saveCollection({ ...collection, missing })
  throw filesFailed(fetched.manifest.title, missing, '')
}

/** A whole revision is there: it stays as it is until all files of the new one are complete, then all changes at once. */
async function takeInUpdate(
  surroundings: TakeInSurroundings,
  fetched: FetchedManifest,
  held: StoredCollection,
): Promise<void> {
  const { store, onVisible } = surroundings
  const incoming: IncomingRevision = { ...fetched, missing: [] }
  await store.saveCollection({ ...held, incoming })
  const missing = await fetchFiles(surroundings, fetched, () => Promise.resolve())
  if (missing.length > 0) {
    await store.saveCollection({ ...held, incoming: { ...incoming, missing } })
    throw filesFailed(
      fetched.manifest.title,
      missing,
      `; revision ${held.manifest.revision} stays as it was, whole`,
    )
  }
  const files = distinctArticleFiles(fetched.manifest).map((file) => file.sha256)
  const address = lastingAddress(fetched, held)
  await store.saveCollection({ ...held, ...fetched, address, files, missing: [], incoming: null })
  await onVisible()
}

/** Held by a tab for as long as it stages a batch. */
export function batchLock(batch: string): string {
  return `jianbao-batch:${batch}`
}

/**
 * Drops files that no collection needs any more, batches that no tab stages, and scans that belong to nothing. To be called
 * by the one tab that writes.
 */
export async function deleteOrphanedFiles(store: ArchiveStore, locks: Locks): Promise<void> {
  for (const file of orphanedFiles(await store.collections(), await store.files())) {
    const batch = batchOfFile(file.sha256)
    if (batch === null) await store.deleteFile(file.number)
    else await locks.requestIfFree(batchLock(batch), () => store.batches.clear(batch))
  }
  await store.belongings.clearUnclaimedScans()
}

/**
 * Takes in a collection, its next revision, or what is still missing of it. Files that are stored already are not asked
 * for again, and a revision older than the one held changes nothing. To be called by the one tab that writes; killed at
 * any moment, the same call goes on where it stopped.
 *
 * @throws ArchiveError `files-failed` naming the files; of a first take-in the intact ones are kept and shown, after a
 *   failed update the former revision is whole. `manifest-malformed` when another collection has the same id.
 */
export async function takeInCollection(
  surroundings: TakeInSurroundings,
  fetched: FetchedManifest,
  isBundled: boolean,
): Promise<void> {
  const { store, locks } = surroundings
  const { manifest, manifestSha256, address } = fetched
  const collections = await store.collections()
  const held = collections.find(({ id }) => id === manifest.id)
  if (held === undefined) {
    const order = Math.max(0, ...collections.map((collection) => collection.order)) + 1
    await takeInFirst(surroundings, fetched, { isBundled, order, files: [], address })
  } else if (!isOfSameOrigin(held, address, isBundled)) {
    throw new ArchiveError(
      'manifest-malformed',
      address,
      `its id ${manifest.id} is that of another collection, from ${held.address}`,
    )
  } else if (!isWhole(held)) {
    await takeInFirst(surroundings, fetched, held)
  } else if (held.manifestSha256 === manifestSha256) {
    const lasting = lastingAddress(fetched, held)
    if (held.incoming !== null || held.address !== lasting) {
      await store.saveCollection({ ...held, address: lasting, incoming: null })
    }
  } else if (isBundled || manifest.revision >= held.manifest.revision) {
    await takeInUpdate(surroundings, fetched, held)
  }
  await deleteOrphanedFiles(store, locks)
}
