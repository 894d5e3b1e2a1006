import { wrap } from 'comlink'
import type { DrawPdfPage } from '../archive/archiveDependencies'
import ReadingWorker from './reading.worker?worker'

/** How long the thread stays after the last page, in milliseconds: whoever turns pages does not wait for it again. */
const KEPT_FOR = 60_000

/** Draws pages of PDFs in the thread that reads files, which is begun when the first is wanted, one page after the other. */
export function createPageDrawerInThread(): DrawPdfPage {
  let worker: Worker | null = null
  let ending: ReturnType<typeof setTimeout> | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function drawInThread(...given: Parameters<DrawPdfPage>): ReturnType<DrawPdfPage> {
    clearTimeout(ending)
    const thread = (worker ??= new ReadingWorker({ name: 'jianbao-drawing' }))
    const lost = new Promise<never>((_resolve, reject) => {
      thread.addEventListener('error', () => {
        if (worker === thread) worker = null
        reject(new Error('the thread that draws pages was lost'))
      })
    })
    try {
      const { drawPdfPage } = wrap<{ readonly drawPdfPage: DrawPdfPage }>(thread)
      return await Promise.race([drawPdfPage(...given), lost])
    } finally {
      ending = setTimeout(() => {
        thread.terminate()
        if (worker === thread) worker = null
      }, KEPT_FOR)
    }
  }

  return (...given) => {
    const drawn = last.then(() => drawInThread(...given))
    last = drawn.catch(() => undefined)
    return drawn
  }
}
