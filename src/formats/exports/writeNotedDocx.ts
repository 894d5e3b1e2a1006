import type { NotedDocument, NotedParagraph } from '../../domain/notedDocument'
import { writeZip, type ZipEntry } from './writeZip'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text in XML, without the characters that XML does not have. */
function xml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
  )
}

/** Text as it stands, line feeds and tabs as Word has them. */
function run(text: string, properties = ''): string {
  if (text === '') return ''
  const pieces = xml(text)
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

/** The reference to a note, in the text. */
function reference(id: number): string {
  return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
}

function footnote(text: string, id: number): string {
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
  return `<w:footnote w:id="${id}">${paragraph('FootnoteText', `${mark}${run(` ${text}`)}`)}</w:footnote>`
}

/** The numbers of the two separators, which Word wants before all notes. */
const SEPARATORS = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

/** A4 (11906 × 16838 twentieths of a point) with the margins of an official document. */
const SECTION =
  '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/></w:footnotePr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'

interface StyleRule {
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
}

const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="420"/><w:jc w:val="both"/>'

/** Elements stand in the order that the schema asks for (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28). */
const STYLES: readonly StyleRule[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
    run: '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>',
  },
  { id: 'Lead', name: 'Lead', paragraph: `<w:spacing w:after="120"/>${INDENT}` },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph:
      '<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>',
  },
  { id: 'Entry', name: 'Chronicle Entry', paragraph: INDENT },
  {
    id: 'Quotation',
    name: 'Quotation',
    paragraph: INDENT,
    run: '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="楷体"/>',
  },
  { id: 'Remark', name: 'Remark', paragraph: INDENT, run: '<w:sz w:val="18"/><w:szCs w:val="18"/>' },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    paragraph: '<w:snapToGrid w:val="0"/><w:jc w:val="left"/>',
    run: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
]

function styles(language: string): string {
  const rules = STYLES.map(
    ({ id, name, paragraph: ofParagraph = '', run: ofRun = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${ofParagraph === '' ? '' : `<w:pPr>${ofParagraph}</w:pPr>`}${ofRun === '' ? '' : `<w:rPr>${ofRun}</w:rPr>`}</w:style>`,
  )
  return `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="${xml(language)}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>${rules.join('')}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`
}

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPES}.settings+xml"/><Override PartName="/word/footnotes.xml" ContentType="${TYPES}.footnotes+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const DOCUMENT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>`

const SETTINGS = `${HEAD}<w:settings xmlns:w="${MAIN}"><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** Who has made it, and when, is nobody's affair: only the title is told. */
function coreProperties(title: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title></cp:coreProperties>`
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
      `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>`,
      ...body,
      `${SECTION}</w:body></w:document>`,
    ],
    'word/_rels/document.xml.rels': [DOCUMENT_RELATIONS],
    'word/styles.xml': [styles(document.language)],
    'word/settings.xml': [SETTINGS],
    'word/footnotes.xml': [
      `${HEAD}<w:footnotes xmlns:w="${MAIN}">${SEPARATORS}`,
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
