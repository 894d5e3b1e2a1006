import { expose, type Endpoint } from 'comlink'
import type { Archive, ArchiveStatus } from '../domain/archive'
import type { ArchiveSettings } from '../archive/platformDependencies'
import { carryArchiveErrors } from './carryArchiveErrors'

/** What the page reaches in the worker: the archive, once it has been started, and a sign of life. */
export interface ExposedArchive extends Archive {
  /** Makes the archive; to be called once, before anything else. */
  start(settings: ArchiveSettings): void
  /** Answers at once when the thread is free. */
  ping(): void
}

/** Offers an archive on an endpoint. Calls that come before the start wait for it. */
export function exposeArchive(endpoint: Endpoint, create: (settings: ArchiveSettings) => Archive): void {
  carryArchiveErrors()
  let start: (archive: Archive) => void
  const started = new Promise<Archive>((resolve) => {
    start = resolve
  })
  const exposed: ExposedArchive = {
    start: (settings) => {
      start(create(settings))
    },
    ping: () => undefined,
    open: async () => (await started).open(),
    watch: async (listener) =>
      (await started).watch((status) => {
        tellPage(listener, status)
      }),
    search: async (query, limit) => (await started).search(query, limit),
    rows: async (query, offset, limit) => (await started).rows(query, offset, limit),
    facetValues: async (query, facet, contains, limit) =>
      (await started).facetValues(query, facet, contains, limit),
    offers: async (query) => (await started).offers(query),
    suggest: async (typed, limit, recent) => (await started).suggest(typed, limit, recent),
    article: async (id, query) => (await started).article(id, query),
    collections: async () => (await started).collections(),
    offerCollection: async (address) => (await started).offerCollection(address),
    takeInCollection: async (address) => (await started).takeInCollection(address),
  }
  expose(exposed, endpoint)
}

/** A listener on the other side answers with a promise; what the page does with a status is its own affair. */
function tellPage(listener: (status: ArchiveStatus) => unknown, status: ArchiveStatus): void {
  Promise.resolve(listener(status)).catch(() => undefined)
}
