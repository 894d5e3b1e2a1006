import { ByteReader } from './byteReader'
import type { ByteWriter } from './byteWriter'
import { decodeDocumentId } from './documentIdCodec'
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

let scratch = new Uint8Array(256)

/** The bytes of the id at place `index` of a block, counted from 0. */
export function readDocumentIdBytes(block: Uint8Array, index: number): Uint8Array {
  const length = readToScratch(block, index)
  return scratch.slice(0, length)
}

/** The id at place `index` of a block, counted from 0. */
export function readDocumentId(block: Uint8Array, index: number): unknown {
  const length = readToScratch(block, index)
  return decodeDocumentId(scratch, length)
}

/** Writes the bytes of an id to `scratch`; returns their number. */
function readToScratch(block: Uint8Array, index: number): number {
  let at = 0
  let length = 0
  for (let i = 0; i <= index; i++) {
    let shared = block[at]!
    let more = block[at + 1]!
    at += 2
    if ((shared | more) >= 0x80) {
      const cursor = new ByteReader(block, at - 2)
      shared = cursor.readVarint()
      more = cursor.readVarint()
      at = cursor.at
    }
    length = shared + more
    if (length > scratch.length) reserve(length)
    for (let to = shared; to < length; to++) scratch[to] = block[at++]!
  }
  return length
}

function reserve(length: number): void {
  const larger = new Uint8Array(length * 2)
  larger.set(scratch)
  scratch = larger
}

/** Bytes of a document's number in the order of ids: as many as the greatest number needs. */
export function orderBytes(documents: number): number {
  let bytes = 1
  while (bytes < 4 && documents > 256 ** bytes) bytes++
  return bytes
}
