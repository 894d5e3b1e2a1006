import { ByteReader } from './byteReader'
import { ByteWriter } from './byteWriter'
import { writeSized } from './termKey'

/** Documents whose ids are coded together. */
export const DOCUMENT_ID_BLOCK = 32

/**
 * Appends one document's id to a block of ids: varint number of bytes shared with the id before (0 for the first of
 * a block), varint number of further bytes, these bytes, as `encodeDocumentId` writes them.
 */
export function writeDocumentId(writer: ByteWriter, id: Uint8Array, previous: Uint8Array | undefined): void {
  let shared = 0
  const most = Math.min(id.length, previous?.length ?? 0)
  while (shared < most && id[shared] === previous![shared]) shared++
  writer.writeVarint(shared)
  writeSized(writer, id.subarray(shared))
}

/** The id at place `index` of a block, counted from 0. */
export function readDocumentId(block: Uint8Array, index: number): Uint8Array {
  const cursor = new ByteReader(block)
  let id = new Uint8Array(64)
  let length = 0
  for (let i = 0; i <= index; i++) {
    const shared = cursor.readVarint()
    const more = cursor.readVarint()
    length = shared + more
    if (length > id.length) {
      const longer = new Uint8Array(length * 2)
      longer.set(id)
      id = longer
    }
    for (let at = shared; at < length; at++) id[at] = block[cursor.at++]!
  }
  return id.subarray(0, length)
}

/** Bytes of a document's number in the order of ids: as many as the greatest number needs. */
export function orderBytes(documents: number): number {
  let bytes = 1
  while (bytes < 4 && documents > 256 ** bytes) bytes++
  return bytes
}
