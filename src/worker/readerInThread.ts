import { wrap } from 'comlink'
import type { InputReader } from '../archive/clipping/inputReader'
import ReadingWorker from './reading.worker?worker'

/**
 * Reads a person's files in a thread of its own, so that neither the page nor a search waits for them; stopping it ends
 * the thread, whatever it is doing. A thread that cannot be loaded fails what is asked of it.
 *
 * @throws when this browser has no threads within threads
 */
export function createReaderInThread(): InputReader {
  const worker = new ReadingWorker({ name: 'jianbao-reading' })
  const reader = wrap<InputReader>(worker)
  const lost = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      // A script that cannot be loaded is a plain event without a message, whatever its type says.
      const isError = event instanceof ErrorEvent && event.message !== ''
      if (!isError) reject(new Error('the thread that reads files could not be started'))
    })
    worker.addEventListener('messageerror', () => {
      reject(new Error('a message of the thread that reads files could not be read'))
    })
  })
  // Whoever asks next is told.
  lost.catch(() => undefined)
  return {
    open: (input, fields) => Promise.race([reader.open(input, fields), lost]),
    next: () => Promise.race([reader.next(), lost]),
    stop: () => {
      worker.terminate()
    },
  }
}
