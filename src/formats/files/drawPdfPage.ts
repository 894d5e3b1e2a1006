import { CharacterMapReader, NothingReader } from './openPdf'

/** A page of a PDF as a picture, with the number of pages that the document has. */
export interface DrawnPage {
  readonly picture: Blob
  readonly pages: number
}

/** Pixels for a point (1/72 inch) of the page, and the most pixels of a picture: a broadsheet can be read in it. */
const PIXELS_PER_POINT = 300 / 72
const MOST_PIXELS = 16_000_000
const LONGEST_SIDE = 8192
const QUALITY = 0.9

/** Makes the canvases of pdf.js, where there is no document to make them. */
class CanvasMaker {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height))
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset({ canvas }: { readonly canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = Math.max(1, width)
    canvas.height = Math.max(1, height)
  }

  destroy({ canvas }: { readonly canvas: OffscreenCanvas }): void {
    canvas.width = canvas.height = 0
  }
}

/** Filters are made of elements of a document; without one there are none. */
class NoFilters {
  addFilter(): string {
    return 'none'
  }

  addHCMFilter(): string {
    return 'none'
  }

  addAlphaFilter(): string {
    return 'none'
  }

  addLuminosityFilter(): string {
    return 'none'
  }

  addHighlightHCMFilter(): string {
    return 'none'
  }

  destroy(): void {
    // There is nothing to let go.
  }
}

/**
 * Draws a page of a PDF, from 1; a page beyond the last gives the last. Where the page is large the picture is as large as
 * 16 million pixels allow. Nothing is fetched, no code of the document is run, and what a browser's canvas or a decoder
 * that is not there would be needed for (JPEG 2000, JBIG2) stays blank.
 *
 * @throws when the document is damaged, has a password, or there is no canvas here
 */
export async function drawPdfPage(content: Blob, page: number): Promise<DrawnPage> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(await content.arrayBuffer()),
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    isOffscreenCanvasSupported: true,
    CanvasFactory: CanvasMaker,
    FilterFactory: NoFilters,
    CMapReaderFactory: CharacterMapReader,
    StandardFontDataFactory: NothingReader,
    WasmFactory: NothingReader,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    const drawn = await pdf.getPage(Math.min(Math.max(1, page), pdf.numPages))
    const { width, height } = drawn.getViewport({ scale: 1 })
    const scale = Math.min(
      PIXELS_PER_POINT,
      Math.sqrt(MOST_PIXELS / (width * height)),
      LONGEST_SIDE / Math.max(width, height),
    )
    const viewport = drawn.getViewport({ scale })
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const target = { canvas: null, canvasContext: canvas.getContext('2d'), viewport }
    await drawn.render(target).promise
    return {
      picture: await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }),
      pages: pdf.numPages,
    }
  } finally {
    await task.destroy()
  }
}
