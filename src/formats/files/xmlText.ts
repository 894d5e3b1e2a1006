import { SaxesParser } from 'saxes'
import { ReadingFailure } from './readingFailure'

/** Attributes of an element under their local names; of `r:id` and `id` both are there, under `r:id` and `id`. */
export type XmlAttributes = Readonly<Record<string, string>>

/** What is told of the elements of an XML document; names come without the prefix of their namespace. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Decodes XML: UTF-16 when it begins with its byte order mark, else UTF-8. */
async function* xmlCharacters(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    const isWide = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)
    decoder ??= new TextDecoder(isWide ? (chunk[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
    yield decoder.decode(chunk, { stream: true })
  }
}

/**
 * Reads XML as it comes in and pauses behind each piece, so that what the handlers gathered can be passed on. It gives
 * the number of characters in the piece. A document type declaration is refused, so that there are no entities but the
 * five of XML itself, and nothing outside the document is ever asked for.
 *
 * @throws ReadingFailure `document-damaged` when it is not well-formed or cut off
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  { open, close, text }: XmlHandlers,
): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const fail = (reason: string): never => {
    throw new ReadingFailure('document-damaged', `the XML in it is damaged: ${reason}`)
  }
  parser.on('error', (error) => fail(error.message))
  parser.on('doctype', () =>
    fail('it has a document type declaration, which documents of this kind never have'),
  )
  if (open !== undefined) {
    parser.on('opentag', ({ name, attributes }) => {
      open(localName(name), attributes)
    })
  }
  if (close !== undefined) {
    parser.on('closetag', ({ name }) => {
      close(localName(name))
    })
  }
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  for await (const characters of xmlCharacters(chunks)) {
    parser.write(characters)
    yield characters.length
  }
  parser.close()
}

/**
 * Reads XML to its end.
 *
 * @param check is called behind each piece, and may throw
 * @throws ReadingFailure
 */
export async function readWholeXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  check: (characters: number) => void = () => undefined,
): Promise<void> {
  for await (const characters of readXml(chunks, handlers)) check(characters)
}
