import { MANIFEST_FORMAT, MANIFEST_VERSION, OWN_COLLECTION, type Manifest } from '../../domain/collection'
import type { StoredCollection } from '../../storage/storedCollection'
import { batchFileName, type StoredBatch } from '../../storage/batchStore'

function outermost(dates: readonly (string | null)[], which: 'first' | 'last'): string | null {
  const known = dates.filter((date) => date !== null).sort()
  return (which === 'first' ? known[0] : known.at(-1)) ?? null
}

function manifestOf(batches: readonly StoredBatch[], revision: number): Manifest {
  return {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    id: OWN_COLLECTION,
    // The interface names it in its language.
    title: '',
    revision,
    articles: batches.reduce((sum, { articles }) => sum + articles, 0),
    dates: {
      from: outermost(
        batches.map(({ dates }) => dates.from),
        'first',
      ),
      to: outermost(
        batches.map(({ dates }) => dates.to),
        'last',
      ),
    },
    newspapers: [],
    files: batches.map(({ id, articles }) => {
      const name = batchFileName(id)
      return { path: name, role: 'articles', bytes: 0, sha256: name, articles }
    }),
  }
}

/**
 * The collection of what a person has added, made of accepted batches: each is one of its files. `null` when there are
 * none.
 *
 * @param batches accepted ones, the earliest first
 * @param collections those that are held, with the former own one
 */
export function ownCollection(
  batches: readonly StoredBatch[],
  collections: readonly StoredCollection[],
): StoredCollection | null {
  if (batches.length === 0) return null
  const held = collections.find(({ id }) => id === OWN_COLLECTION)
  const lastOrder = Math.max(0, ...collections.map(({ order }) => order))
  return {
    id: OWN_COLLECTION,
    address: '',
    isBundled: false,
    order: held?.order ?? lastOrder + 1,
    manifest: manifestOf(batches, (held?.manifest.revision ?? 0) + 1),
    manifestSha256: '',
    files: batches.map(({ id }) => batchFileName(id)),
    missing: [],
    incoming: null,
  }
}

/** Accepted batches in the order in which they were. */
export function acceptedBatches(batches: readonly StoredBatch[]): readonly StoredBatch[] {
  return batches
    .filter(({ state }) => state === 'accepted')
    .sort(
      (one, other) => (one.acceptedAt ?? '').localeCompare(other.acceptedAt ?? '') || one.file - other.file,
    )
}
