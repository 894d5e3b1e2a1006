import { ByteReader } from './byteReader'
import { ByteWriter } from './byteWriter'
import { checksum } from './checksum'
import { PackedError } from './packedError'
import { FORMAT_VERSION, type SectionEntry } from './segmentFormat'

export const HEADER_BYTES = 16
const FOOTER_BYTES = 40
const ENTRY_BYTES = 24
const HEADER_MAGIC = bytesOf('JBPACKED')
const FOOTER_MAGIC = bytesOf('DEKCAPBJ')

/** The first bytes of every segment. */
export function encodeHeader(): Uint8Array {
  const writer = new ByteWriter(HEADER_BYTES)
  writer.writeBytes(HEADER_MAGIC)
  writer.writeUint16(FORMAT_VERSION)
  writer.writeUint16(0)
  writer.writeUint32(0)
  return writer.view()
}

/** Directory and footer of a segment whose sections end at `offset`. */
export function encodeDirectory(entries: readonly SectionEntry[], offset: number): Uint8Array {
  const writer = new ByteWriter(entries.length * ENTRY_BYTES + FOOTER_BYTES)
  for (const entry of entries) {
    writer.writeUint16(entry.id)
    writer.writeUint16(0)
    writer.writeUint32(entry.checksum)
    writer.writeUint64(entry.offset)
    writer.writeUint64(entry.length)
  }
  const directoryChecksum = checksum(writer.view())
  const footerStart = writer.length
  writer.writeUint64(offset)
  writer.writeUint32(entries.length)
  writer.writeUint32(directoryChecksum)
  writer.writeUint64(offset + footerStart + FOOTER_BYTES)
  writer.writeUint32(0)
  writer.writeUint32(checksum(writer.bytes, footerStart, writer.length))
  writer.writeBytes(FOOTER_MAGIC)
  return writer.view()
}

/**
 * Reads header, footer and directory of a file of `size` bytes. Throws a `PackedError` that tells a foreign file,
 * a newer version, a truncated and a damaged file apart.
 */
export function readDirectory(
  read: (offset: number, length: number) => Uint8Array,
  size: number,
): Map<number, SectionEntry> {
  const header = read(0, Math.min(HEADER_BYTES, size))
  const known = Math.min(header.length, HEADER_MAGIC.length)
  if (size === 0 || !startsWith(header, HEADER_MAGIC.subarray(0, known))) {
    throw new PackedError('foreign-file', 'the file does not begin like a segment')
  }
  if (size < HEADER_BYTES + FOOTER_BYTES) {
    throw new PackedError('truncated-file', `the segment ends after ${size} bytes`)
  }
  const version = new ByteReader(header, HEADER_MAGIC.length).readUint16()
  if (version !== FORMAT_VERSION) {
    throw new PackedError(
      'unsupported-version',
      `the segment has version ${version}, expected ${FORMAT_VERSION}`,
    )
  }
  if (
    new ByteReader(header, HEADER_MAGIC.length + 2).readUint16() !== 0 ||
    new ByteReader(header, 12).readUint32() !== 0
  ) {
    throw new PackedError('damaged-file', 'the header of the segment is damaged')
  }
  const footer = read(size - FOOTER_BYTES, FOOTER_BYTES)
  if (!startsWith(footer.subarray(FOOTER_BYTES - FOOTER_MAGIC.length), FOOTER_MAGIC)) {
    throw new PackedError('truncated-file', `the segment does not end with a footer at ${size} bytes`)
  }
  const cursor = new ByteReader(footer)
  const offset = cursor.readUint64()
  const count = cursor.readUint32()
  const directoryChecksum = cursor.readUint32()
  const fileLength = cursor.readUint64()
  cursor.readUint32()
  if (cursor.readUint32() !== checksum(footer, 0, FOOTER_BYTES - 12)) {
    throw new PackedError('damaged-file', 'the footer of the segment is damaged')
  }
  if (fileLength !== size || offset + count * ENTRY_BYTES + FOOTER_BYTES !== size) {
    throw new PackedError('truncated-file', `the segment has ${size} bytes, its footer says ${fileLength}`)
  }
  const directory = read(offset, count * ENTRY_BYTES)
  if (checksum(directory) !== directoryChecksum) {
    throw new PackedError('damaged-file', 'the directory of the segment is damaged')
  }
  return decodeEntries(directory, count)
}

function decodeEntries(directory: Uint8Array, count: number): Map<number, SectionEntry> {
  const cursor = new ByteReader(directory)
  const entries = new Map<number, SectionEntry>()
  for (let i = 0; i < count; i++) {
    const id = cursor.readUint16()
    cursor.readUint16()
    const entry = {
      id,
      checksum: cursor.readUint32(),
      offset: cursor.readUint64(),
      length: cursor.readUint64(),
    }
    entries.set(id, entry)
  }
  return entries
}

function startsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.every((byte, i) => bytes[i] === byte)
}

function bytesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (character) => character.charCodeAt(0))
}
