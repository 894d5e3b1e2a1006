import type { Restoration } from '../../../src/storage/backupStore'

/** A restoration of what is staged under a name, without batches and collections; every correction is indexed. */
export function aRestoration(name: string): Restoration {
  return {
    name,
    at: '2026-02-01T00:00:00.000Z',
    isIndexed: () => true,
    accepted: [],
    renewed: [],
    removed: [],
    collection: null,
    wantedCollections: [],
  }
}
