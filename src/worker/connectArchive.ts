import type { ArchiveSettings } from '../archive/platformDependencies'
import type { Archive } from '../domain/archive'
import ArchiveWorker from './archive.worker?worker'
import { archiveBehind } from './archiveBehind'

/**
 * Starts the worker that holds database and search, and gives the archive in it. A worker that cannot be loaded, dies or
 * falls silent fails the calls under way with `worker-lost`, and the status with them; one that reports an error and
 * still answers is left alone.
 */
export function connectArchive(settings: ArchiveSettings): Archive {
  const worker = new ArchiveWorker({ name: 'jianbao-archive' })
  const { archive, lose, doubt } = archiveBehind(worker, settings)
  worker.addEventListener('error', (event) => {
    // A script that cannot be loaded is a plain event without a message, whatever its type says.
    if (event instanceof ErrorEvent && event.message !== '') doubt(event.message)
    else lose('the thread could not be started')
  })
  worker.addEventListener('messageerror', () => {
    lose('a message could not be read')
  })
  return archive
}
