import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { characterMapsSource } from '../../../../scripts/generateCharacterMaps'
import { decodeBase64, decodeQuotedPrintable, readMimeParts } from '../../../../src/formats/files/mimeMessage'
import { readingOf, utf8 } from '../../builders/aFileReading'
import { aPdf, type PdfRun } from '../../builders/aPdf'
import { aWordDocument, aWordParagraph } from '../../builders/anOfficeFile'
import { readFileSync } from 'node:fs'

const TITLE = '示例县召开春耕工作会议'
const SOURCE = '《示例日报》2012年7月1日01版'
const FIRST = '示例县昨天召开了春耕工作会议，会议要求各乡镇抓紧准备，不误农时。'
const SECOND = '县长李样张主持会议并讲话，他说春耕不等人，各项工作要早做安排。'
const READ = {
  title: TITLE,
  newspaper: '示例日报',
  issueDate: '2012-07-01',
  page: '01',
  paragraphs: [FIRST, SECOND],
}
const BODY = [TITLE, SOURCE, FIRST, SECOND].map((text) => aWordParagraph(text)).join('')

describe('a document of Word', () => {
  it('is read as the page that it shows', async () => {
    const bytes = aWordDocument(BODY)
    for (const name of ['a.docx', 'a.doc', 'a.zip']) {
      const { articles, items, problems } = await readingOf(name, bytes)
      expect(articles, name).toMatchObject([READ])
      expect(problems).toEqual([])
      const [original] = items.flatMap((item) => (item.kind === 'article' ? [item.original] : []))
      expect(original).toMatchObject({
        name,
        type: expect.stringContaining('wordprocessingml') as string,
        bytes,
      })
    }
  })

  it('is read without what was deleted, the second form of a drawing, and readings above characters', async () => {
    const noise =
      '<w:p><w:r><w:t xml:space="preserve">县里</w:t></w:r><w:del><w:r><w:delText>从前</w:delText></w:r></w:del><w:ins><w:r><w:t>后来</w:t></w:r></w:ins>' +
      '<w:r><w:ruby><w:rt><w:r><w:t>xian</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>县</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
      '<w:r><w:instrText> PAGE </w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>城又开了一次会，大家都说开得很好。</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>图</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>'
    const { articles } = await readingOf('a.docx', aWordDocument(BODY + noise))
    expect(articles[0]?.paragraphs).toEqual([FIRST, SECOND, '县里后来县城又开了一次会，大家都说开得很好。'])
  })

  it('is read through the tables that only lay it out', async () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`
    const laid = `<w:tbl><w:tr>${cell(aWordParagraph(TITLE) + aWordParagraph(SOURCE))}${cell('<w:p/>')}</w:tr><w:tr>${cell(aWordParagraph(FIRST) + aWordParagraph(SECOND))}</w:tr></w:tbl>`
    expect((await readingOf('a.docx', aWordDocument(laid))).articles).toMatchObject([READ])
  })

  it('leaves footnotes out and says so', async () => {
    const notes =
      '<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>编者所加的一条脚注</w:t></w:r></w:p></w:footnote>'
    const { items } = await readingOf('a.docx', aWordDocument(BODY, notes))
    const changes = items.flatMap((item) => (item.kind === 'article' ? item.read.changes : []))
    expect(changes).toContainEqual({ kind: 'furniture-dropped', count: 1, quote: '编者所加的一条脚注' })
  })

  it.each([
    ['damaged', `${BODY}<w:p>`, 'document-damaged'],
    ['with entities', '<!DOCTYPE x>', 'document-damaged'],
    ['empty', '', 'no-article'],
  ])('that is %s is a problem', async (_, body, code) => {
    const { articles, problems } = await readingOf('a.docx', aWordDocument(body))
    expect(articles).toEqual([])
    expect(problems).toMatchObject([{ file: 'a.docx', code }])
  })
})

const LINES: readonly PdfRun[] = [
  { size: 10, x: 250, y: 810, text: '示例日报合订本' },
  { size: 20, x: 150, y: 740, text: TITLE },
  { size: 10, x: 200, y: 710, text: SOURCE },
  { size: 10, x: 120, y: 680, text: FIRST.slice(0, 18) },
  { size: 10, x: 100, y: 664, text: FIRST.slice(18) },
  { size: 10, x: 120, y: 648, text: SECOND.slice(0, 18) },
  { size: 8, x: 290, y: 20, text: '— 1 —' },
]
const NEXT: readonly PdfRun[] = [
  { size: 10, x: 250, y: 810, text: '示例日报合订本' },
  { size: 10, x: 100, y: 740, text: SECOND.slice(18) },
  { size: 8, x: 290, y: 20, text: '— 2 —' },
]
const LAST: readonly PdfRun[] = [{ size: 10, x: 250, y: 810, text: '示例日报合订本' }]

describe('a PDF', () => {
  it('is read line by line, its heads and page numbers left out, across its pages', async () => {
    const { articles, problems } = await readingOf('a.pdf', aPdf([LINES, NEXT, LAST]))
    expect(problems).toEqual([])
    expect(articles).toMatchObject([READ])
  })

  it.each(['UniGB-UCS2-H', 'UniGB-UTF16-H'])(
    'is read by the character map %s that it only names',
    async (map) => {
      expect((await readingOf('a', aPdf([LINES, NEXT, LAST], map))).articles).toMatchObject([READ])
    },
  )

  it('says that it has no text, as a scan', async () => {
    const { articles, problems } = await readingOf('a.pdf', aPdf([[], []]))
    expect(articles).toEqual([])
    expect(problems).toMatchObject([
      { code: 'document-without-text', message: expect.stringContaining('2 pages') as string },
    ])
  })

  it('says that it is damaged, or has a password', async () => {
    expect((await readingOf('a.pdf', '%PDF-1.7\nnothing')).problems).toMatchObject([
      { code: 'document-damaged' },
    ])
    const locked = new TextDecoder()
      .decode(aPdf([LINES]))
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>>>`,
      )
    expect((await readingOf('a.pdf', locked)).problems).toMatchObject([
      { code: 'file-unreadable', message: expect.stringContaining('password') as string },
    ])
  })

  it('has the character maps that the package for PDF has', () => {
    const path = new URL('../../../../src/formats/files/characterMaps.ts', import.meta.url)
    expect(readFileSync(path, 'utf8')).toBe(characterMapsSource())
  })
})

const HTML = `<html><head><title>${TITLE}_示例网</title></head><body><h1>${TITLE}</h1><div>${SOURCE}</div><p>${FIRST}</p><p>${SECOND}</p></body></html>`

function quotedPrintable(bytes: Uint8Array): string {
  const codes = Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
  return codes.join('').replaceAll(/(?:=..){24}/g, '$&=\r\n')
}

function saved(encoding: string, content: string, charset = 'utf-8'): string {
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Part:1"',
    '',
    '',
    '------=_Part:1',
    `Content-Type: text/html; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: https://example.org/',
    '',
    content,
    '------=_Part:1',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------=_Part:1--',
    '',
  ].join('\r\n')
}

describe('a page saved as one file', () => {
  it.each([
    ['quoted-printable', quotedPrintable(utf8(HTML)), 'utf-8'],
    ['quoted-printable', quotedPrintable(Uint8Array.from(iconv.encode(HTML, 'gbk'))), 'gb2312'],
    ['base64', Buffer.from(HTML).toString('base64').replaceAll(/.{76}/g, '$&\r\n'), 'utf-8'],
    ['8bit', HTML, 'utf-8'],
  ])('is read from %s', async (encoding, content, charset) => {
    for (const name of ['a.mht', 'a.mhtml', 'a']) {
      const { articles, items } = await readingOf(name, saved(encoding, content, charset))
      expect(articles, name).toMatchObject([READ])
      const [original] = items.flatMap((item) => (item.kind === 'article' ? [item.original] : []))
      expect(original?.type).toBe('multipart/related')
    }
  })

  it('is read from a frame when the page itself holds no article', async () => {
    const framed = [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n',
      '--b\r\nContent-Type: text/html\r\n\r\n<html><frameset><frame src="a"></frameset></html>',
      `--b\r\nContent-Type: text/html\r\n\r\n${HTML}`,
      '--b--',
    ].join('\r\n')
    expect((await readingOf('a.mht', framed)).articles).toMatchObject([READ])
  })

  it('is read as far as it goes when it is cut off, and a problem when it is empty', async () => {
    const whole = saved('8bit', HTML)
    expect((await readingOf('a.mht', whole.slice(0, whole.indexOf('</body>')))).articles).toMatchObject([
      READ,
    ])
    expect((await readingOf('a.mht', 'MIME-Version: 1.0\r\n\r\n')).problems).toMatchObject([
      { code: 'no-article' },
    ])
  })

  it('has parts inside parts up to a limit, and never throws', () => {
    const nested = Array.from(
      { length: 50 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('')
    expect(readMimeParts(utf8(nested)).length).toBeLessThan(3)
    expect(
      readMimeParts(
        utf8(`Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n\r\n'.repeat(50_000)}`),
      ).length,
    ).toBeLessThanOrEqual(10_001)
  })

  it('has its codes read as the standards say', () => {
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
    expect(text(decodeQuotedPrintable('a=3Db=\r\nc= \nd=zz=E4=BD=A0='))).toBe('a=bcd=zz你=')
    expect(text(decodeBase64('5L2g\r\n 5aW9 !'))).toBe('你好')
  })
})
