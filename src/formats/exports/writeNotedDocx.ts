import type { NotedDocument, NotedParagraph } from '../../domain/notedDocument'
import { docxFonts, docxFooter, docxStyles, FOOTER_MARGIN } from './docxStyles'
import { WORD_MAIN, xmlText, XML_HEAD } from './wordXml'
import { writeZip, type ZipEntry } from './writeZip'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Text as it stands, line feeds and tabs as Word has them. */
function run(text: string, properties = ''): string {
  if (text === '') return ''
  const pieces = xmlText(text)
    .split(/(\r\n|[\t\n\r])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>'
      if (/^[\r\n]/.test(piece)) return '<w:br/>'
      return piece === '' ? '' : `<w:t xml:space="preserve">${piece}</w:t>`
    })
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`
}

function paragraph(style: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`
}

const STYLE_OF: Readonly<Record<NotedParagraph['kind'], string>> = {
  entry: 'Entry',
  quotation: 'Quotation',
  remark: 'Remark',
}

/** A4 (11906 × 16838 twentieths of a point) with the margins of an official document, and the number of the page. */
const SECTION = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/></w:footnotePr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588" w:header="851" w:footer="${FOOTER_MARGIN}" w:gutter="0"/></w:sectPr>`

/** The reference to a note, in the text. */
function reference(id: number): string {
  return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
}

function footnote(text: string, id: number): string {
  // At the foot the number stands on the line, as Chinese books have it.
  const mark = '<w:r><w:footnoteRef/></w:r>'
  return `<w:footnote w:id="${id}">${paragraph('FootnoteText', `${mark}${run(` ${text}`)}`)}</w:footnote>`
}

/** The numbers of the two separators, which Word wants before all notes. */
const SEPARATORS = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

const CONTENT_TYPES = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPES}.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="${TYPES}.fontTable+xml"/><Override PartName="/word/footer.xml" ContentType="${TYPES}.footer+xml"/><Override PartName="/word/footnotes.xml" ContentType="${TYPES}.footnotes+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const PACKAGE_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const DOCUMENT_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/footnotes" Target="footnotes.xml"/><Relationship Id="rId4" Type="${RELATIONS}/footer" Target="footer.xml"/><Relationship Id="rId5" Type="${RELATIONS}/fontTable" Target="fontTable.xml"/></Relationships>`

const SETTINGS = `${XML_HEAD}<w:settings xmlns:w="${WORD_MAIN}"><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** Who has made it, and when, is nobody's affair: only the title is told. */
function coreProperties(title: string): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`
}

/** The text of the document, and its notes, numbered from 1 in their order. */
function bodyOf({ title, lead, sections }: NotedDocument) {
  const notes: string[] = []
  const body: string[] = [paragraph('Title', run(title)), ...lead.map((text) => paragraph('Lead', run(text)))]
  for (const { heading, paragraphs } of sections) {
    if (heading !== '') body.push(paragraph('Heading1', run(heading)))
    for (const { kind, label, text, note } of paragraphs) {
      const day = label === '' ? '' : run(`${label}　`, '<w:b/>')
      const noted = note === '' ? '' : reference(notes.push(note))
      body.push(paragraph(STYLE_OF[kind], `${day}${run(text)}${noted}`))
    }
  }
  return { body, notes }
}

/**
 * A document as a file of Word (Office Open XML, ECMA-376), in pieces, with real footnotes: numbered in circles, anew on
 * each page, as Chinese books have them. The same document always gives the same bytes.
 */
export function writeNotedDocx(document: NotedDocument): AsyncGenerator<Uint8Array> {
  const { body, notes } = bodyOf(document)
  const parts: Readonly<Record<string, readonly string[]>> = {
    '[Content_Types].xml': [CONTENT_TYPES],
    '_rels/.rels': [PACKAGE_RELATIONS],
    'docProps/core.xml': [coreProperties(document.title)],
    'word/document.xml': [
      `${XML_HEAD}<w:document xmlns:w="${WORD_MAIN}" xmlns:r="${RELATIONS}"><w:body>`,
      ...body,
      `${SECTION}</w:body></w:document>`,
    ],
    'word/_rels/document.xml.rels': [DOCUMENT_RELATIONS],
    'word/styles.xml': [docxStyles(document.language)],
    'word/fontTable.xml': [docxFonts()],
    'word/footer.xml': [docxFooter()],
    'word/settings.xml': [SETTINGS],
    'word/footnotes.xml': [
      `${XML_HEAD}<w:footnotes xmlns:w="${WORD_MAIN}">${SEPARATORS}`,
      ...notes.map((note, at) => footnote(note, at + 1)),
      '</w:footnotes>',
    ],
  }
  const encoder = new TextEncoder()
  function* encoded(pieces: readonly string[]): Generator<Uint8Array> {
    for (const piece of pieces) yield encoder.encode(piece)
  }
  return writeZip(
    Object.entries(parts).map(([name, pieces]): ZipEntry => ({ name, content: encoded(pieces) })),
  )
}
