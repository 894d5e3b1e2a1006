import type { ArchiveSettings } from '../archive/platformDependencies'
import type { Archive } from '../domain/archive'
import ArchiveWorker from './archive.worker?worker'
import { archiveBehind } from './archiveBehind'

/**
 * Starts the worker that holds database and search, and gives the archive in it. A worker that cannot be loaded, breaks
 * or falls silent fails the calls under way with `worker-lost`.
 */
export function connectArchive(settings: ArchiveSettings): Archive {
  const worker = new ArchiveWorker({ name: 'jianbao-archive' })
  const { archive, lose } = archiveBehind(worker, settings)
  worker.addEventListener('error', (event) => {
    lose(event.message === '' ? 'the thread could not be started' : event.message)
  })
  worker.addEventListener('messageerror', () => {
    lose('a message could not be read')
  })
  return archive
}
