import { ByteReader } from './byteReader'
import { encodeDocumentId } from './documentIdCodec'
import { DOCUMENT_ID_BLOCK, orderBytes, readDocumentId, readDocumentIdBytes } from './documentIdBlocks'
import { decodeStoredFields } from './storedFieldsCodec'
import { compareBytes } from './termKey'

/** Reads `length` bytes at `offset` of one section. */
export type SectionView = (offset: number, length: number) => Uint8Array

/** Ids and stored fields of a segment's documents. Nothing of them is kept in memory. */
export class DocumentTable {
  private readonly count: number
  private readonly ids: SectionView
  private readonly order: SectionView
  private readonly stored: SectionView | undefined
  private readonly idBlocks: number
  private readonly placeBytes: number

  /** The views are of `documentIds`, `documentIdOrder` and, if fields are stored, `storedFields`. */
  constructor(count: number, ids: SectionView, order: SectionView, stored: SectionView | undefined) {
    this.count = count
    this.ids = ids
    this.order = order
    this.stored = stored
    this.placeBytes = orderBytes(count)
    this.idBlocks = Math.ceil(count / DOCUMENT_ID_BLOCK)
  }

  id(document: number): unknown {
    const [block, index] = this.idPlace(document)
    return readDocumentId(block, index)
  }

  idBytes(document: number): Uint8Array {
    const [block, index] = this.idPlace(document)
    return readDocumentIdBytes(block, index)
  }

  /** The documents with this id. More than one only if the segment was built with a repeated id. */
  *find(id: unknown): IterableIterator<number> {
    const wanted = canBeStored(id) ? encodeDocumentId(id) : undefined
    if (wanted === undefined) return
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareBytes(this.idBytes(this.inOrder(middle)), wanted) < 0) low = middle + 1
      else high = middle
    }
    for (; low < this.count; low++) {
      const document = this.inOrder(low)
      if (compareBytes(this.idBytes(document), wanted) !== 0) return
      yield document
    }
  }

  /** The document's stored fields, freshly made; undefined if the index stores none. */
  storedFields(document: number): Record<string, unknown> | undefined {
    const bytes = this.storedFieldBytes(document)
    return bytes === undefined ? undefined : decodeStoredFields(bytes)
  }

  storedFieldBytes(document: number): Uint8Array | undefined {
    return this.stored === undefined ? undefined : this.rowBytes(this.stored, document, this.count)
  }

  /** The block of ids that has the document's, and its place there. */
  private idPlace(document: number): [block: Uint8Array, index: number] {
    const block = Math.floor(document / DOCUMENT_ID_BLOCK)
    return [this.rowBytes(this.ids, block, this.idBlocks), document % DOCUMENT_ID_BLOCK]
  }

  /** The document whose id is at this place in the order of ids. */
  private inOrder(place: number): number {
    const bytes = this.order(place * this.placeBytes, this.placeBytes)
    let document = 0
    for (let i = this.placeBytes - 1; i >= 0; i--) document = document * 256 + bytes[i]!
    return document
  }

  /** Row `index` of a section that begins with the ends of its `rows` rows. */
  private rowBytes(section: SectionView, index: number, rows: number): Uint8Array {
    const cursor = new ByteReader(index === 0 ? section(0, 4) : section(index * 4 - 4, 8))
    const start = index === 0 ? 0 : cursor.readUint32()
    const end = cursor.readUint32()
    return section(rows * 4 + start, end - start)
  }
}

function canBeStored(id: unknown): boolean {
  return typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' || typeof id === 'boolean'
}
