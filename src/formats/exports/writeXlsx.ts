import { writeZip, type ZipEntry } from './writeZip'

/** A sheet of a workbook; its rows come as they are needed. */
export interface Sheet {
  /** At most 31 characters, without `[ ] : * ? / \`. */
  readonly name: string
  /** The first row is set bold and stays in view. */
  readonly rows: AsyncIterable<readonly (readonly string[])[]>
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[]
}

/** The most characters that a cell holds, and the most rows that a sheet has (ECMA-376 as Excel reads it). */
const LONGEST_CELL = 32_767
const MOST_ROWS = 1_048_576

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text in XML. Characters that XML has not are written as Excel does, `_x000B_`, and such a text itself with its first mark escaped. */
function xml(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replace(
      // oxlint-disable-next-line no-control-regex -- these are what XML cannot hold
      /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}

/** `A`, `B`, … `Z`, `AA`, … for columns from 0. */
function columnName(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : `${columnName((column - rest) / 26 - 1)}${letter}`
}

/** A text in pieces that cells hold, never cut inside a character. */
function cellPieces(text: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  while (text.length - start > LONGEST_CELL) {
    let end = start + LONGEST_CELL
    const last = text.charCodeAt(end - 1)
    if (last >= 0xd800 && last < 0xdc00) end -= 1
    pieces.push(text.slice(start, end))
    start = end
  }
  return [...pieces, text.slice(start)]
}

function cell(text: string, column: number, row: number, isHead: boolean): string {
  if (text === '') return ''
  return `<c r="${columnName(column)}${row}" t="inlineStr"${isHead ? ' s="1"' : ''}><is><t xml:space="preserve">${xml(text)}</t></is></c>`
}

/** A text as a cell has it: one that begins with the mark of guarded cells has it twice, since an import takes one off. */
function marked(text: string): string {
  return text.startsWith("'") ? `'${text}` : text
}

/** A row; what does not fit into a cell goes on in cells behind the last column. */
function rowXml(texts: readonly string[], row: number): string {
  const cells: string[] = []
  let behind = texts.length
  texts.forEach((text, column) => {
    const [first = '', ...more] = cellPieces(marked(text))
    cells.push(cell(first, column, row, row === 1))
    for (const piece of more) cells.push(cell(piece, behind++, row, false))
  })
  return `<row r="${row}">${cells.join('')}</row>`
}

function workbook(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const names = sheets.map(
    ({ name }, place) => `<sheet name="${xml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  )
  const targets = sheets.map(
    (_sheet, place) =>
      `<Relationship Id="rId${place + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
  )
  const parts = sheets.map(
    (_sheet, place) =>
      `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  )
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${parts.join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  }
}

function sheetHead(widths: readonly number[]): string {
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

async function* sheetXml({ rows, widths }: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(sheetHead(widths))
  let row = 0
  for await (const batch of rows) {
    if (row + batch.length > MOST_ROWS) {
      throw new RangeError(`a sheet holds ${MOST_ROWS} rows; this one has more`)
    }
    yield encoder.encode(batch.map((texts) => rowXml(texts, ++row)).join(''))
  }
  yield encoder.encode('</sheetData></worksheet>')
}

/**
 * A workbook (Office Open XML, ECMA-376) in pieces, its rows compressed as they come, so that it is never whole in
 * memory. Every cell is text: a figure stays as it is written, and nothing is a formula.
 *
 * @throws RangeError when a sheet has more rows than a spreadsheet opens (1,048,576)
 */
export function writeXlsx(sheets: readonly Sheet[]): AsyncIterable<Uint8Array> {
  const fixed: readonly ZipEntry[] = Object.entries(workbook(sheets)).map(([name, content]) => ({
    name,
    content: [new TextEncoder().encode(content)],
  }))
  const entries = sheets.map((sheet, place) => ({
    name: `xl/worksheets/sheet${place + 1}.xml`,
    content: sheetXml(sheet),
  }))
  return writeZip([...fixed, ...entries])
}
