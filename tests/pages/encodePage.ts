import iconv from 'iconv-lite'
import type { PageEncoding, PageLayout } from './pageLayout'

const ENCODINGS: Readonly<Record<PageEncoding, readonly [name: string, addBOM: boolean]>> = {
  'utf-8': ['utf-8', false],
  'utf-8-bom': ['utf-8', true],
  'utf-16le': ['utf-16le', false],
  'utf-16le-bom': ['utf-16le', true],
  'utf-16be-bom': ['utf-16be', true],
  gbk: ['gbk', false],
  gb18030: ['gb18030', false],
  big5: ['big5', false],
}

/** The bytes of a text as a layout has them, before any damage. Throws where the encoding lacks a character. */
function encodeText(text: string, encoding: PageEncoding): Uint8Array {
  const [name, addBOM] = ENCODINGS[encoding]
  const bytes = iconv.encode(text, name, { addBOM })
  // A lone surrogate or a character that the encoding has not would silently become a question mark.
  if (iconv.decode(bytes, name) !== text) throw new Error(`${encoding} has not all characters of this page`)
  return new Uint8Array(bytes)
}

/** The bytes of a page as a person would paste or drop it. */
export function encodePage({ encoding, damage }: PageLayout, text: string): Uint8Array {
  const bytes = encodeText(text, encoding)
  return damage ? damage(bytes) : bytes
}
