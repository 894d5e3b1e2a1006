// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every program that has this file has to have it
/// <reference path="./pdfWorker.d.ts" />
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { decodeBase64 } from './mimeMessage'
import type { PlacedText } from './pdfLines'
import { ReadingFailure } from './readingFailure'

/** The pages of a document that is open. */
export interface PdfPages {
  readonly count: number
  /** The runs of text of a page, from 1, in the order in which the document writes them. */
  readonly runsOf: (page: number) => Promise<readonly PlacedText[]>
  /** Lets go what the document holds. */
  readonly close: () => Promise<void>
}

/** Gives the character maps that documents only name; nothing is fetched. */
export class CharacterMapReader {
  async fetch({ name }: { readonly name: string }) {
    const { CHARACTER_MAPS } = await import('./characterMaps')
    const map = Object.hasOwn(CHARACTER_MAPS, name) ? CHARACTER_MAPS[name] : undefined
    if (map === undefined) throw new Error(`no character map ${name}`)
    return { cMapData: decodeBase64(map), isCompressed: true }
  }
}

/** Fonts and programs that only drawing needs: there are none. */
export class NothingReader {
  fetch(): Promise<never> {
    return Promise.reject(new Error('nothing is drawn'))
  }
}

function failureOfPdf(cause: unknown): ReadingFailure {
  const name = cause instanceof Error ? cause.name : ''
  const message = cause instanceof Error ? cause.message : String(cause)
  if (name === 'PasswordException') {
    return new ReadingFailure('file-unreadable', 'the document has a password; save it without one')
  }
  return new ReadingFailure('document-damaged', `the PDF is damaged: ${message}`)
}

function runOf(item: object): PlacedText | null {
  if (!('str' in item) || !('transform' in item) || !('width' in item)) return null
  const { str, transform, width } = item as { str: string; transform: readonly number[]; width: number }
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  // Text that stands askew is a watermark or a mark on a picture.
  if (Math.abs(b) > 0.2 * Math.abs(a)) return null
  return { text: str, x, y, width, size: Math.hypot(c, d) || Math.abs(a) }
}

/**
 * Opens a PDF for its text. pdf.js works in this thread, since whoever reads files is a worker of its own; it compiles no
 * code, fetches nothing, and draws nothing.
 *
 * @throws ReadingFailure when it has a password or is damaged
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  // It finds its other half where this puts it, and starts no worker then.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // It keeps the bytes it is given.
    data: bytes.slice(),
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    CMapReaderFactory: CharacterMapReader,
    StandardFontDataFactory: NothingReader,
    WasmFactory: NothingReader,
    verbosity: 0,
  })
  let pdf: PDFDocumentProxy
  try {
    pdf = await task.promise
  } catch (cause) {
    await task.destroy()
    throw failureOfPdf(cause)
  }
  return {
    count: pdf.numPages,
    runsOf: async (number) => {
      try {
        const page = await pdf.getPage(number)
        const { items } = await page.getTextContent()
        page.cleanup()
        return items.map(runOf).filter((run) => run !== null)
      } catch (cause) {
        throw failureOfPdf(cause)
      }
    },
    close: () => task.destroy(),
  }
}
