import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packCollection } from '../../../scripts/packCollection'
import { articleFiles } from '../../../src/domain/collection'
import { aPdf, type PdfRun } from '../builders/aPdf'
import { aTextRow, aWordDocument, aWordParagraph, aWorkbook } from '../builders/anOfficeFile'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-kinds-'))
})
afterEach(() => rm(folder, { recursive: true }))

const TITLE = '示例县召开春耕工作会议'
const TEXT = '示例县昨天召开了春耕工作会议，会议要求各乡镇抓紧准备，不误农时。'
const PAGE = [TITLE, '《示例日报》2012年7月1日01版', TEXT]
const ROW = { title: TITLE, newspaper: '示例日报', issueDate: '2012-07-01', page: '01', text: TEXT }
const HEADER = ['标题', '报纸', '日期', '版次', '正文']
const CELLS = [TITLE, '示例日报', '2012-07-01', '01', TEXT]
const HTML = `<html><body><h1>${TITLE}</h1><p>${PAGE[1]!}</p><p>${TEXT}</p></body></html>`
const CSL = {
  type: 'article-newspaper',
  title: TITLE,
  'container-title': '示例日报',
  issued: { 'date-parts': [[2012, 7, 1]] },
  page: '01',
  abstract: TEXT,
}

function delimited(mark: string, rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(mark)).join('\n')
}

/** A page of a PDF with these lines, one below the other. */
function aPdfOf(lines: readonly string[]): Uint8Array {
  const runs: PdfRun[] = lines.map((text, at) => ({
    size: at === 0 ? 20 : 10,
    x: 60,
    y: 780 - at * 30,
    text,
  }))
  return aPdf([runs])
}

/** Packs one file. */
async function pack(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  await writeFile(path, content)
  const out = join(folder, 'out')
  const report = await packCollection({ inputs: [path], out, id: 'kinds', people: 'none' })
  const rows = await Promise.all(
    (report.manifest === null ? [] : articleFiles(report.manifest)).map(async (file) =>
      gunzipSync(await readFile(join(out, file.path)))
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    ),
  )
  return { path, report, rows: rows.flat() }
}

describe('a file that is packed', () => {
  it.each([
    ['a.json', JSON.stringify([ROW])],
    ['a.jsonl', JSON.stringify(ROW)],
    ['a.jsonl.gz', gzipSync(JSON.stringify(ROW))],
    ['a.csv', delimited(',', [HEADER, CELLS])],
    ['a.csv.gz', gzipSync(delimited(',', [HEADER, CELLS]))],
    ['a.tsv', delimited('\t', [HEADER, CELLS])],
    ['a.xlsx', aWorkbook({ 表: aTextRow(1, HEADER) + aTextRow(2, CELLS) })],
    [
      'a.xls',
      `<table>${[HEADER, CELLS].map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
    ],
    ['a.txt', PAGE.join('\n\n')],
    ['a.md', PAGE.join('\n\n')],
    ['a.html', HTML],
    [
      'a.mhtml',
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HTML).toString('base64')}\r\n--x--\r\n`,
    ],
    ['a.docx', aWordDocument(PAGE.map((text) => aWordParagraph(text)).join(''))],
    ['a.pdf', aPdfOf([...PAGE.slice(0, 2), TEXT])],
    [
      'a.ris',
      `TY  - NEWS\nTI  - ${TITLE}\nT2  - 示例日报\nDA  - 2012/07/01/\nSP  - 01\nAB  - ${TEXT}\nER  - \n`,
    ],
    ['a.enw', `%0 Newspaper Article\n%T ${TITLE}\n%J 示例日报\n%D 2012\n%8 7月1日\n%P 01\n%X ${TEXT}\n`],
    [
      'a.net',
      `{Reference Type}: Newspaper Article\n{Title}: ${TITLE}\n{Newspaper}: 示例日报\n{Date}: 2012-07-01\n{Pages}: 01\n{Abstract}: ${TEXT}\n`,
    ],
    [
      'a.bib',
      `@article{a, entrysubtype = {newspaper}, title = {${TITLE}}, journaltitle = {示例日报}, date = {2012-07-01}, pages = {01}, abstract = {${TEXT}}}`,
    ],
    ['csl.json', JSON.stringify([CSL])],
    ['a.zip', zipSync({ 'b/c.csv': Buffer.from(delimited(',', [HEADER, CELLS])) })],
  ])('is read by what it is: %s', async (name, content) => {
    const { report, rows } = await pack(name, content)
    expect(rows).toMatchObject([{ title: TITLE, newspaper: '示例日报', issueDate: '2012-07-01', page: '01' }])
    expect((rows[0]!['paragraphs'] as readonly string[]).join('')).toContain('会议要求各乡镇抓紧准备')
    expect(report.problems).toEqual([])
  })

  const bad = ['', '示例日报', '2012-13-45', '01', TEXT]
  it.each([
    ['a.json', JSON.stringify([ROW, { ...ROW, title: '' }]), '', 2],
    ['a.jsonl', `${JSON.stringify(ROW)}\n\n{"title": `, '', 3],
    ['a.csv', delimited(',', [HEADER, CELLS, bad]), '', 3],
    ['a.xlsx', aWorkbook({ 表: aTextRow(1, HEADER) + aTextRow(2, CELLS) + aTextRow(3, bad) }), '#表', 3],
    ['a.ris', `TY  - NEWS\nTI  - ${TITLE}\nAB  - ${TEXT}\nER  - \nTY  - NEWS\nTI  - 无文\nER  - \n`, '', 2],
    ['a.bib', `@article{a, title = {${TITLE}}, abstract = {${TEXT}}}\n@article{b, title = {无文}}`, '', 2],
    ['csl.json', JSON.stringify([CSL, { ...CSL, abstract: '' }]), '', 2],
    ['a.zip', zipSync({ 'b/c.csv': Buffer.from(delimited(',', [HEADER, CELLS, bad])) }), '/b/c.csv', 3],
  ])('has what is wrong in it named by file and row: %s', async (name, content, below, row) => {
    const { path, report } = await pack(name, content)
    expect(report.packed).toBe(1)
    expect(report.problems[0]).toMatchObject({
      file: path + below,
      row,
      code: expect.stringMatching(/^(?:title-missing|paragraphs-missing|json-malformed)$/) as string,
      message: expect.stringMatching(/\S/) as string,
    })
  })

  it.each([
    ['a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file-kind-unknown', /\.docx/],
    ['a.rtf', '{\\rtf1 x}', 'file-kind-unknown', /\.docx/],
    ['a.opml', '<?xml version="1.0"?><opml version="2.0"/>', 'file-kind-unknown', /JSON, CSV/],
    ['a.csv', '甲,乙\n1,2\n', 'table-without-title', /./],
    ['a.json.gz', gzipSync(JSON.stringify([ROW])).subarray(0, -12), 'gzip-damaged', /./],
    ['empty.txt', '', 'no-article', /empty/],
  ])('says why it cannot be read: %s', async (name, content, code, message) => {
    const { path, report } = await pack(name, content)
    expect(report.problems).toContainEqual({
      file: path,
      row: expect.any(Number) as number,
      field: '',
      code,
      message: expect.stringMatching(message) as string,
    })
  })
})
