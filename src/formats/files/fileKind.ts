import { decodeText } from '../decodeText'
import { cutSample } from './decodeStream'
import { looksLikeTable } from './delimiter'

/** What a file can be. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'pdf'
  | 'json'
  | 'json-lines'
  | 'delimited'
  | 'html-table'
  | 'html'
  | 'mime'
  | 'text'
  | 'ris'
  | 'endnote'
  | 'noteexpress'
  | 'bibtex'
  /** Known, and not read: the message says what it is and what to do. */
  | { readonly unread: string }

const MAGIC: readonly (readonly [bytes: readonly number[], kind: FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0x50, 0x4b, 0x07, 0x08], 'zip'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  [
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    {
      unread:
        'a document of Word or Excel 97–2003, of WPS, or another in that binary form, or one with a password; save it as .docx or .xlsx without a password',
    },
  ],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { unread: 'rich text (RTF); save it as .docx' }],
  [[0x52, 0x61, 0x72, 0x21], { unread: 'a RAR archive; pack it as ZIP' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { unread: 'a 7z archive; pack it as ZIP' }],
  [[0x42, 0x5a, 0x68], { unread: 'compressed with bzip2; unpack it, or use gzip or ZIP' }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], { unread: 'compressed with xz; unpack it, or use gzip or ZIP' }],
  [[0x89, 0x50, 0x4e, 0x47], { unread: 'a picture; its text has to be typed or recognised first' }],
  [[0xff, 0xd8, 0xff], { unread: 'a picture; its text has to be typed or recognised first' }],
  [[0x47, 0x49, 0x46, 0x38], { unread: 'a picture; its text has to be typed or recognised first' }],
  [[0x43, 0x41, 0x4a, 0x56], { unread: 'a CAJ document; print it to PDF, or copy its text' }],
]

/** Where PDF may begin: its header stands within the first 1,024 bytes (ISO 32000-1, annex H). */
const PDF_HEAD_BYTES = 1024

function kindByMagic(head: Uint8Array): FileKind | null {
  const found = MAGIC.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))
  if (found !== undefined) return found[1]
  const start = String.fromCharCode(...head.subarray(0, PDF_HEAD_BYTES))
  return /%PDF-\d\.\d/.test(start) ? 'pdf' : null
}

/** The ending of a name in lower case, without the point; empty where there is none. */
function endingOf(name: string): string {
  return /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON or JSON Lines by the content; `null` when it begins like neither. */
function jsonKind(text: string, isWhole: boolean): FileKind | null {
  if (!/^(?:\{\s*["}]|\[\s*(?:[[{"\]]|$))/.test(text)) return null
  const end = text.indexOf('\n')
  if (end === -1) return !isWhole || isJson(text) ? 'json' : null
  const isFirstWhole = isJson(text.slice(0, end))
  if (isFirstWhole) return /\S/.test(text.slice(end)) ? 'json-lines' : 'json'
  // An object of `{Name}: value` lists, or a note in brackets, is no JSON.
  return /^(?:\[\s*)*\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|$|\})|^\[\s*(?:"|\])/.test(text) ? 'json' : null
}

const HTML_START =
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|article|section|script|style|center|font|frameset)\b/i
const HTML_ANYWHERE = /<(?:html|body|head)[\s>]/i

/** HTML, and whether it is the table that some programs write under the name of Excel. */
function htmlKind(text: string, ending: string): FileKind | null {
  const isNamed = ending === 'html' || ending === 'htm' || ending === 'xhtml' || ending === 'shtml'
  if (!isNamed && !HTML_START.test(text) && !HTML_ANYWHERE.test(text.slice(0, 4096))) return null
  const isSheet = ending === 'xls' || ending === 'xlsx' || ending === 'et' || ending === 'csv'
  return isSheet && /<table\b/i.test(text) ? 'html-table' : 'html'
}

function listKind(text: string): FileKind | null {
  if (/^TY {1,2}- \S/m.test(text.slice(0, 4096)) && /^(?:[A-Z][A-Z0-9]|Provider|Database|Content)/.test(text))
    return 'ris'
  if (/^%0 \S/.test(text)) return 'endnote'
  if (/^\{Reference Type\}\s*[:：]/.test(text)) return 'noteexpress'
  return /^(?:%[^\n]*\n\s*){0,50}@[A-Za-z]{3,20}\s*\{/.test(text) ? 'bibtex' : null
}

const MIME_START = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}/

function isMime(text: string): boolean {
  const headers = MIME_START.exec(text.slice(0, 16_384))?.[0] ?? ''
  return /^(?:MIME-Version|Content-Type)\s*:/im.test(headers)
}

/**
 * What a file is: by its content first, and by the ending of its name where the content leaves it open.
 *
 * @param head the beginning of the file, at least a few kilobytes where it has them
 * @param name its name without the ending of a compression
 */
export async function findFileKind(head: Uint8Array, isWhole: boolean, name: string): Promise<FileKind> {
  if (head.length === 0) return 'empty'
  const magic = kindByMagic(head)
  if (magic !== null) return magic
  const decoded = await decodeText(cutSample(head, isWhole))
  if (decoded.isBinary) return { unread: 'no text, and of a kind that is not known' }
  const text = decoded.text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .replaceAll(/\r\n?/g, '\n')
  if (text === '') return isWhole ? 'empty' : 'text'
  const ending = endingOf(name)
  if (ending === 'jsonl' || ending === 'ndjson') {
    const kind = jsonKind(text, isWhole)
    return kind === 'json' && text.startsWith('[') ? 'json' : 'json-lines'
  }
  const json = jsonKind(text, isWhole) ?? (ending === 'json' ? 'json' : null)
  if (json !== null) return json
  const list = listKind(text)
  if (list !== null) return list
  if (ending === 'mht' || ending === 'mhtml' || isMime(text)) return 'mime'
  const html = htmlKind(text, ending)
  if (html !== null) return html
  if (/^<\?xml\b/.test(text) || ending === 'xml') {
    return { unread: 'XML of a kind that is not known; save the articles as JSON, CSV, .xlsx or HTML' }
  }
  const isTable = ending === 'csv' || ending === 'tsv' || ending === 'tab' || looksLikeTable(text)
  return isTable ? 'delimited' : 'text'
}
