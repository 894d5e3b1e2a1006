import { ByteWriter } from './byteWriter'
import { checksum } from './checksum'
import type { ColumnBuffer } from './columnBuffer'
import { DOCUMENT_ID_BLOCK, orderBytes, writeDocumentId } from './documentIdBlocks'
import { orderInSteps } from './orderInSteps'
import { PackedError } from './packedError'
import type { PostingsBuffer } from './postingsBuffer'
import { encodeDirectory, encodeHeader, HEADER_BYTES } from './segmentDirectory'
import { GRANULE_BYTES, Section, type SectionEntry, type SectionId, type SegmentMeta } from './segmentFormat'
import type { SegmentSink } from './segmentSink'
import { runToEnd } from './runToEnd'
import { compareBytes } from './termKey'
import { TermWriter } from './termWriter'

/** The documents of a segment that is being written, by ordinal. Methods may be called several times. */
export interface DocumentSource {
  readonly count: number
  /** As `encodeDocumentId` writes it. */
  idBytes(document: number): Uint8Array
  /** As `encodeStoredFields` writes it, or undefined if the index stores no fields. */
  storedFieldBytes(document: number): Uint8Array | undefined
  /** Number of distinct tokens, or −1 if the document has no such field. */
  fieldLength(document: number, field: number): number
  readonly columns: readonly ColumnBuffer[]
}

/** What a new segment says about itself from the start. */
export interface SegmentDescription {
  readonly fields: readonly string[]
  readonly fingerprint: string
  readonly proofs: boolean
}

/** Documents that one step of finishing takes. */
const DOCUMENTS_OF_A_STEP = 1024

const jsonEncoder = new TextEncoder()

/** Writes a segment from the first byte to the last: all terms in file order, all grams, then the documents. */
export class SegmentWriter {
  private readonly sink: SegmentSink
  private readonly description: SegmentDescription
  private readonly terms: TermWriter
  private readonly sections: SectionEntry[] = []
  private readonly granuleChecksums = new ByteWriter()
  private readonly granule = new Uint8Array(GRANULE_BYTES)
  private granuleLength = 0
  private isBeforeGranuleChecksums = true
  private offset = 0

  constructor(sink: SegmentSink, description: SegmentDescription) {
    this.sink = sink
    this.description = description
    this.write(encodeHeader())
    this.terms = new TermWriter((bytes) => this.write(bytes), description.proofs)
  }

  /** See `TermWriter.add`. */
  addTerm(term: string, lists: readonly PostingsBuffer[]): void {
    this.terms.add(term, lists)
  }

  /** See `TermWriter.addGram`. */
  addGram(gram: string, lists: readonly PostingsBuffer[]): void {
    this.terms.addGram(gram, lists)
  }

  /** Writes everything but the lists, and the end of the file. */
  finish(documents: DocumentSource): void {
    runToEnd(this.finishInSteps(documents))
  }

  /** As {@link finish}, in steps between which it can be left alone. */
  *finishInSteps(documents: DocumentSource): Generator<undefined, void> {
    const terms = this.terms.finish()
    this.endSection(Section.lists, HEADER_BYTES)
    if (terms.dictionary.length > 0xffffffff) {
      throw new PackedError('segment-too-large', 'the dictionary would exceed 4 GiB')
    }
    this.writeSection(Section.dictionary, terms.dictionary)
    yield
    yield* this.writeDocumentIds(documents)
    const storesFields = yield* this.writeStoredFields(documents)
    this.align()
    this.endGranules()
    this.isBeforeGranuleChecksums = false
    this.writeSection(Section.granuleChecksums, this.granuleChecksums.view())
    this.writeSection(Section.pairDirectory, terms.pairDirectory)
    this.writeSection(Section.wordDirectory, terms.wordDirectory)
    this.writeSection(Section.grams, terms.grams)
    yield
    const lengths = this.writeFieldLengths(documents)
    yield
    const columns = documents.columns.map((column) => column.encode())
    this.writeSection(Section.columns, concatenateAligned(columns.map((column) => column.bytes)))
    const meta: SegmentMeta = {
      ...this.description,
      documents: documents.count,
      pairTerms: terms.pairTerms,
      wordTerms: terms.wordTerms,
      storesFields,
      ...lengths,
      columns: columns.map((column) => column.meta),
    }
    this.writeSection(Section.meta, jsonEncoder.encode(JSON.stringify(meta)))
    this.align()
    this.sink.write(encodeDirectory(this.sections, this.offset))
  }

  private *writeDocumentIds(documents: DocumentSource): Generator<undefined, void> {
    const ids: Uint8Array[] = []
    const coded = new ByteWriter(documents.count * 16)
    const ends = new ByteWriter(documents.count)
    for (let document = 0; document < documents.count; document++) {
      const id = documents.idBytes(document)
      ids.push(id)
      const isFirst = document % DOCUMENT_ID_BLOCK === 0
      if (isFirst && document > 0) ends.writeUint32(coded.length)
      writeDocumentId(coded, id, isFirst ? undefined : ids[document - 1])
      if (document % DOCUMENTS_OF_A_STEP === 0) yield
    }
    if (documents.count > 0) ends.writeUint32(coded.length)
    this.beginSection()
    const start = this.offset
    this.write(ends.view())
    this.write(coded.view())
    this.endSection(Section.documentIds, start)
    const order = yield* orderInSteps(ids.length, (a, b) => compareBytes(ids[a]!, ids[b]!) || a - b)
    const places = new ByteWriter(documents.count * 4)
    const width = orderBytes(documents.count)
    for (const document of order) for (let i = 0; i < width; i++) places.writeByte(document >>> (8 * i))
    this.beginSection()
    const orderStart = this.offset
    this.write(places.view())
    this.endSection(Section.documentIdOrder, orderStart)
  }

  private *writeStoredFields(documents: DocumentSource): Generator<undefined, boolean> {
    if (documents.count === 0 || documents.storedFieldBytes(0) === undefined) return false
    const ends = new ByteWriter(documents.count * 4)
    let end = 0
    for (let document = 0; document < documents.count; document++) {
      end += documents.storedFieldBytes(document)!.length
      if (end > 0xffffffff) throw new PackedError('segment-too-large', 'the stored fields would exceed 4 GiB')
      ends.writeUint32(end)
      if (document % DOCUMENTS_OF_A_STEP === 0) yield
    }
    this.beginSection()
    const start = this.offset
    this.write(ends.view())
    for (let document = 0; document < documents.count; document++) {
      this.write(documents.storedFieldBytes(document)!)
      if (document % DOCUMENTS_OF_A_STEP === 0) yield
    }
    this.endSection(Section.storedFields, start)
    return true
  }

  private writeFieldLengths(
    documents: DocumentSource,
  ): Pick<SegmentMeta, 'lengthBytes' | 'lengthTotals' | 'lengthCounts'> {
    const lengthBytes: (1 | 2 | 4)[] = []
    const lengthTotals: number[] = []
    const lengthCounts: number[] = []
    const fields = this.description.fields.map((_, field) => {
      let greatest = 0
      let total = 0
      let count = 0
      for (let document = 0; document < documents.count; document++) {
        const length = documents.fieldLength(document, field)
        if (length < 0) continue
        count++
        total += length
        if (length > greatest) greatest = length
      }
      const bytes = greatest + 1 < 0x100 ? 1 : greatest + 1 < 0x10000 ? 2 : 4
      lengthBytes.push(bytes)
      lengthTotals.push(total)
      lengthCounts.push(count)
      const writer = new ByteWriter(documents.count * bytes)
      for (let document = 0; document < documents.count; document++) {
        const stored = documents.fieldLength(document, field) + 1
        if (bytes === 1) writer.writeByte(stored)
        else if (bytes === 2) writer.writeUint16(stored)
        else writer.writeUint32(stored)
      }
      return writer.view()
    })
    this.writeSection(Section.fieldLengths, concatenateAligned(fields))
    return { lengthBytes, lengthTotals, lengthCounts }
  }

  private writeSection(id: SectionId, bytes: Uint8Array): void {
    this.beginSection()
    const start = this.offset
    this.write(bytes)
    this.sections.push({ id, checksum: checksum(bytes), offset: start, length: bytes.length })
  }

  private beginSection(): void {
    this.align()
  }

  /** Sections that stay on disk are covered by the granules; their own checksum is 0. */
  private endSection(id: SectionId, start: number): void {
    this.sections.push({ id, checksum: 0, offset: start, length: this.offset - start })
  }

  private align(): void {
    const rest = this.offset % 8
    if (rest > 0) this.write(new Uint8Array(8 - rest))
  }

  private write(bytes: Uint8Array): void {
    this.sink.write(bytes)
    this.offset += bytes.length
    if (!this.isBeforeGranuleChecksums) return
    for (let at = 0; at < bytes.length;) {
      const part = Math.min(bytes.length - at, GRANULE_BYTES - this.granuleLength)
      this.granule.set(bytes.subarray(at, at + part), this.granuleLength)
      this.granuleLength += part
      at += part
      if (this.granuleLength === GRANULE_BYTES) this.endGranules()
    }
  }

  private endGranules(): void {
    if (this.granuleLength === 0) return
    this.granuleChecksums.writeUint32(checksum(this.granule, 0, this.granuleLength))
    this.granuleLength = 0
  }
}

/** The parts one after the other, each beginning at a multiple of 4. */
function concatenateAligned(parts: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter()
  for (const part of parts) {
    writer.align(4)
    writer.writeBytes(part)
  }
  return writer.view()
}
