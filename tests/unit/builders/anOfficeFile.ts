import { strToU8, zipSync } from 'fflate'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A text in XML. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(
      /[\r\uFFFE\uFFFF]/g,
      (one) => `_x${one.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
}

function relations(targets: Readonly<Record<string, string>>): string {
  const rows = Object.entries(targets).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${RELATION}/${target.split('|')[0]!}" Target="${target.split('|')[1]!}"/>`,
  )
  return `<Relationships xmlns="x">${rows.join('')}</Relationships>`
}

/** A package of Office Open XML with these parts, compressed. */
export function anOfficePackage(main: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const all = {
    '[Content_Types].xml': '<Types xmlns="x"/>',
    '_rels/.rels': relations({ r1: `officeDocument|${main}` }),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, xml]) => [path, strToU8(HEAD + xml)])))
}

/** What may differ between workbooks. */
export interface WorkbookParts {
  readonly sharedStrings?: string
  /** Format codes by id, and the format ids of the styles. */
  readonly formats?: Readonly<Record<number, string>>
  readonly styles?: readonly number[]
  readonly isFrom1904?: boolean
  readonly main?: string
}

/** A workbook whose sheets are given as the XML of their rows. */
export function aWorkbook(sheets: Readonly<Record<string, string>>, more: WorkbookParts = {}): Uint8Array {
  const names = Object.keys(sheets)
  const { formats = {}, styles = [0], sharedStrings = '', isFrom1904 = false } = more
  const codes = Object.entries(formats).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code).replaceAll('"', '&quot;')}"/>`,
  )
  return anOfficePackage(more.main ?? 'xl/workbook.xml', {
    'xl/workbook.xml': `<workbook xmlns="x" xmlns:r="y"><workbookPr date1904="${isFrom1904 ? '1' : '0'}"/><sheets>${names
      .map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="s${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations({
      ...Object.fromEntries(names.map((_, at) => [`s${at}`, `worksheet|worksheets/sheet${at}.xml`])),
      t: 'sharedStrings|sharedStrings.xml',
      f: 'styles|/xl/styles.xml',
    }),
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet xmlns="x"><sheetData>${sheets[name]!}</sheetData></worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="x">${sharedStrings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="x"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  })
}

/** A row of a sheet with texts in its cells; blank ones are left out, as programs do. */
export function aTextRow(row: number, cells: readonly string[]): string {
  const columnName = (column: number): string =>
    column < 26
      ? String.fromCharCode(65 + column)
      : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
  const written = cells.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
  )
  return `<row r="${row}">${written.join('')}</row>`
}

/** A document of Word whose body, footnotes and styles are given as XML. */
export function aWordDocument(body: string, footnotes = '', styles = ''): Uint8Array {
  return anOfficePackage('word/document.xml', {
    'word/document.xml': `<w:document xmlns:w="x" xmlns:mc="y"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations({
      ...(footnotes === '' ? {} : { n: 'footnotes|footnotes.xml' }),
      ...(styles === '' ? {} : { s: 'styles|styles.xml' }),
    }),
    ...(footnotes === ''
      ? {}
      : { 'word/footnotes.xml': `<w:footnotes xmlns:w="x">${footnotes}</w:footnotes>` }),
    ...(styles === '' ? {} : { 'word/styles.xml': `<w:styles xmlns:w="x">${styles}</w:styles>` }),
  })
}

/** A paragraph of a document of Word, with the properties of the paragraph and of its characters as XML. */
export function aWordParagraph(text: string, properties = '', ofCharacters = ''): string {
  return `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs>${properties}</w:pPr><w:r><w:rPr>${ofCharacters}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
}
