import type { Page } from '@playwright/test'

/** A picture of a printed page, drawn by the browser: 700 by 1000 pixels. */
export async function aDrawnPage(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(700, 1000)
    const context = canvas.getContext('2d')!
    context.fillStyle = '#efe8d8'
    context.fillRect(0, 0, 700, 1000)
    context.fillStyle = '#222'
    for (let line = 0; line < 40; line++) context.fillRect(60, 100 + line * 20, 580, 10)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  return Buffer.from(bytes)
}

/** A PDF of so many pages, each with its number (ISO 32000-1, 7.5: the file's parts). */
export function aPdf(pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_one, at) => at)
  const kids = numbers.map((at) => `${String(4 + at * 2)} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...numbers.flatMap((at) => {
      const content = `0 0 0 rg 72 600 200 100 re f BT /F1 48 Tf 72 500 Td (${String(at + 1)}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(5 + at * 2)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${String(at + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}`
  text += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
