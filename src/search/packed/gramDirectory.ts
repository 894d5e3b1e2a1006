import { ByteReader } from './byteReader'
import { readFields, readTermEntry, type TermEntry } from './termEntry'
import { decodeUnits } from './termKey'

/** Grams of this many code points may have lists of their own. */
export const GRAM_LENGTHS = [3, 4] as const

/**
 * A gram gets a list in a field if at least this share of the segment's documents has it there. A smaller share would
 * mean more lists, a larger file and a longer build, for grams whose few documents are soon proven by their pairs.
 */
export const GRAM_SHARE = 0.05

/** Segments of fewer documents have no grams: their pairs are quickly proven. */
export const GRAM_DOCUMENTS = 1024

/**
 * The frequent runs of three and four characters of a segment, with their lists. They are a short cut only: what
 * is not here is found by its pairs. In memory; a field in which the gram is not frequent has no list.
 */
export function readGrams(bytes: Uint8Array): Map<string, TermEntry> {
  const cursor = new ByteReader(bytes)
  const grams = new Map<string, TermEntry>()
  for (let count = cursor.readUint32(); count > 0; count--) {
    const length = cursor.readVarint()
    const gram = decodeUnits(bytes, cursor.at, cursor.at + length)
    cursor.at += length
    const entry = readTermEntry(cursor, readFields(cursor), false, 0)
    const offset = cursor.readVarint()
    grams.set(gram, {
      ...entry,
      lists: entry.lists.map((list) => ({ ...list, offset: list.offset + offset })),
    })
  }
  return grams
}
