import { expose, type Endpoint } from 'comlink'
import type { Archive, ArchiveStatus } from '../domain/archive'
import { makeCall, passedCalls } from '../domain/archiveCalls'
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
    ...passedCalls(async (name, given) => makeCall(await started, name, given)),
    watch: async (listener) =>
      (await started).watch((status) => {
        tellPage(listener, status)
      }),
  }
  expose(exposed, endpoint)
}

/** A listener on the other side answers with a promise; what the page does with a status is its own affair. */
function tellPage(listener: (status: ArchiveStatus) => unknown, status: ArchiveStatus): void {
  Promise.resolve(listener(status)).catch(() => undefined)
}
