import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { originalText } from '../../../../src/formats/files/originalText'
import { aPdf } from '../../builders/aPdf'
import { aWordDocument, aWordParagraph } from '../../builders/anOfficeFile'

const LINE = '示例縣召開春耕工作會議，縣長李樣張主持會議並講話。'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const blobOf = (bytes: Uint8Array | string): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>])

describe('the text of an original', () => {
  it.each(['utf-8', 'utf-16le', 'big5', 'gb18030'])('is decoded from %s', async (encoding) => {
    const bytes = iconv.encode(`${LINE}\n`.repeat(20), encoding, { addBOM: encoding.startsWith('utf-16') })
    expect((await originalText(blobOf(bytes), 'text/plain'))?.text.startsWith(`${LINE}\n`)).toBe(true)
  })

  it('is what a page shows, and nothing that it runs', async () => {
    const html = `<html><head><title>题</title><script>alert(1)</script></head><body><p>${LINE}</p><p>${LINE}</p></body></html>`
    expect(await originalText(blobOf(html), 'text/html')).toEqual({
      text: `${LINE}\n\n${LINE}`,
      isCut: false,
    })
  })

  it('is that of the page in a page that was saved as one file', async () => {
    const message = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`<p>${LINE}</p>`).toString('base64'),
      '--b--',
    ].join('\r\n')
    expect((await originalText(blobOf(message), 'multipart/related'))?.text).toBe(LINE)
  })

  it('is the lines of a document', async () => {
    const word = aWordDocument([LINE, LINE].map((text) => aWordParagraph(text)).join(''))
    expect(await originalText(blobOf(word), WORD)).toEqual({ text: `${LINE}\n${LINE}`, isCut: false })
    const pdf = aPdf([[{ size: 10, x: 100, y: 700, text: LINE }], [{ size: 10, x: 100, y: 700, text: LINE }]])
    expect(await originalText(blobOf(pdf), 'application/pdf')).toEqual({
      text: `${LINE}\n\n${LINE}`,
      isCut: false,
    })
  })

  it('is cut where it is very long, between characters', async () => {
    const found = await originalText(blobOf(iconv.encode(LINE.repeat(90_000), 'gb18030')), 'text/plain')
    expect(found).toMatchObject({ isCut: true })
    expect(found?.text).toBe(LINE.repeat(9000).slice(0, found?.text.length))
  })

  it('is none where it is no text, or is damaged', async () => {
    expect(await originalText(blobOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), 'image/png')).toBeNull()
    expect(await originalText(blobOf('no package'), WORD)).toBeNull()
    expect(await originalText(blobOf('%PDF-1.7 nothing'), 'application/pdf')).toBeNull()
    expect(await originalText(blobOf(new Uint8Array(500)), 'text/plain')).toBeNull()
  })
})
