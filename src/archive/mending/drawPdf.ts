import type { DrawPdfPage } from '../archiveDependencies'

/** Draws pages of PDFs in this thread; what draws them is loaded when the first is. */
export const drawPdf: DrawPdfPage = async (content, page) => {
  const { drawPdfPage } = await import('../../formats/files/drawPdfPage')
  return drawPdfPage(content, page)
}
