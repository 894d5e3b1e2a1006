import { ByteReader } from '../packed/byteReader'
import { ByteWriter } from '../packed/byteWriter'
import { checksum } from '../packed/checksum'
import type { SegmentReader } from '../packed/segmentReader'
import { PartError } from './partError'

/** Version of both files of a part. Any other layout, or meaning of a column, is another version. */
const PART_VERSION = 3
const FOOTER_BYTES = 48

/** One of the two files of a part: how it is named in messages, and the eight characters it begins and ends with. */
export interface PartFileKind {
  readonly name: string
  readonly beginning: string
  readonly ending: string
}

/** A segment and columns. It begins as a segment does. */
export const INDEX_FILE: PartFileKind = { name: 'index file', beginning: 'JBPACKED', ending: 'XEDNIPBJ' }
/** Texts and the checksums of their granules. */
export const TEXTS_FILE: PartFileKind = { name: 'texts file', beginning: 'JBPTEXTS', ending: 'STXETPBJ' }

/** What the footer of a file says. */
export interface PartFooter {
  /** Bytes of the body, which is the beginning of the file: the segment, or the texts. */
  readonly bodyBytes: number
  readonly rows: number
  /** Checksum of the tail, between body and footer: the columns, or the checksums of granules. */
  readonly tailChecksum: number
  /** Checksum of the checksums of all texts: the same in both files of a part. */
  readonly textsChecksum: number
}

/** The end of a file that has `tailBytes` between body and footer. */
export function encodePartFooter(kind: PartFileKind, footer: PartFooter, tailBytes: number): Uint8Array {
  const writer = new ByteWriter(FOOTER_BYTES)
  writer.writeUint64(footer.bodyBytes)
  writer.writeUint64(footer.bodyBytes + tailBytes + FOOTER_BYTES)
  writer.writeUint32(footer.rows)
  writer.writeUint32(footer.tailChecksum)
  writer.writeUint32(footer.textsChecksum)
  writer.writeUint32(0)
  writer.writeUint16(PART_VERSION)
  writer.writeUint16(0)
  writer.writeUint32(checksum(writer.view()))
  writer.writeBytes(asciiBytes(kind.ending))
  return writer.view()
}

/** The eight bytes a file begins with. */
export function beginningOf(kind: PartFileKind): Uint8Array {
  return asciiBytes(kind.beginning)
}

/**
 * Reads the footer of a file, which has to be of a kind.
 *
 * @throws PartError `foreign-file`, `truncated-file`, `unsupported-version` or `damaged-file`
 */
export function readPartFooter(kind: PartFileKind, reader: SegmentReader): PartFooter {
  const { size } = reader
  const beginning = asciiBytes(kind.beginning)
  const head = reader.read(0, Math.min(size, beginning.length))
  if (size === 0 || head.some((byte, at) => byte !== beginning[at])) {
    throw new PartError('foreign-file', `the ${kind.name} does not begin like one`)
  }
  if (size < FOOTER_BYTES + beginning.length) {
    throw new PartError('truncated-file', `the ${kind.name} ends after ${size} bytes`)
  }
  const bytes = reader.read(size - FOOTER_BYTES, FOOTER_BYTES)
  const ending = asciiBytes(kind.ending)
  if (ending.some((byte, at) => bytes[FOOTER_BYTES - ending.length + at] !== byte)) {
    throw new PartError('truncated-file', `the ${kind.name} does not end with a footer at ${size} bytes`)
  }
  const cursor = new ByteReader(bytes)
  const bodyBytes = cursor.readUint64()
  const fileBytes = cursor.readUint64()
  const rows = cursor.readUint32()
  const tailChecksum = cursor.readUint32()
  const textsChecksum = cursor.readUint32()
  cursor.readUint32()
  const version = cursor.readUint16()
  cursor.readUint16()
  if (version !== PART_VERSION) {
    throw new PartError(
      'unsupported-version',
      `the ${kind.name} has version ${version}, expected ${PART_VERSION}`,
    )
  }
  const expected = checksum(bytes, 0, cursor.at)
  if (cursor.readUint32() !== expected) {
    throw new PartError('damaged-file', `the footer of the ${kind.name} is damaged`)
  }
  if (fileBytes !== size || bodyBytes > size - FOOTER_BYTES) {
    throw new PartError('truncated-file', `the ${kind.name} has ${size} bytes, its footer says ${fileBytes}`)
  }
  return { bodyBytes, rows, tailChecksum, textsChecksum }
}

/**
 * Reads what stands between body and footer.
 *
 * @throws PartError `damaged-file` when it is not what the footer knows
 */
export function readPartTail(kind: PartFileKind, reader: SegmentReader, footer: PartFooter): Uint8Array {
  const length = reader.size - FOOTER_BYTES - footer.bodyBytes
  const tail = reader.read(footer.bodyBytes, length)
  if (checksum(tail) !== footer.tailChecksum) {
    throw new PartError('damaged-file', `the ${kind.name} is damaged before its footer`)
  }
  return tail
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
