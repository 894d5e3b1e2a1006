import { WORD_MAIN, xmlText, XML_HEAD } from './wordXml'

/** The faces of Chinese print, by the names under which Word and WPS have them. */
const [SONG, KAI, LATIN] = ['宋体', '楷体', 'Times New Roman']

/** How far the number of the page stands above the edge, in twentieths of a point. */
export const FOOTER_MARGIN = 992

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
    run: `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${KAI}"/>`,
  },
  { id: 'Remark', name: 'Remark', paragraph: INDENT, run: '<w:sz w:val="18"/><w:szCs w:val="18"/>' },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
    run: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    run: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
]

/** The styles of a document, whose East Asian text is in a language (BCP 47). */
export function docxStyles(language: string): string {
  const rules = STYLES.map(
    ({ id, name, paragraph: ofParagraph = '', run: ofRun = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${ofParagraph === '' ? '' : `<w:pPr>${ofParagraph}</w:pPr>`}${ofRun === '' ? '' : `<w:rPr>${ofRun}</w:rPr>`}</w:style>`,
  )
  return `${XML_HEAD}<w:styles xmlns:w="${WORD_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${SONG}" w:cs="${LATIN}"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="${xmlText(language)}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>${rules.join('')}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`
}

/** The names that a face has elsewhere, and what it is like, so that a program without it takes one that is like it. */
export function docxFonts(): string {
  const font = (name: string, other: string, charset: string, pitch: string): string =>
    `<w:font w:name="${name}">${other === '' ? '' : `<w:altName w:val="${other}"/>`}<w:charset w:val="${charset}"/><w:family w:val="roman"/><w:pitch w:val="${pitch}"/></w:font>`
  const fonts = [
    font(SONG, 'SimSun', '86', 'auto'),
    font(KAI, 'KaiTi', '86', 'auto'),
    font(LATIN, '', '00', 'variable'),
  ]
  return `${XML_HEAD}<w:fonts xmlns:w="${WORD_MAIN}">${fonts.join('')}</w:fonts>`
}

/** The foot of every page: its number. */
export function docxFooter(): string {
  return `${XML_HEAD}<w:ftr xmlns:w="${WORD_MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`
}
