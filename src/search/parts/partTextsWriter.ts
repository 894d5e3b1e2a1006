import { ByteWriter } from '../packed/byteWriter'
import { checksum } from '../packed/checksum'
import type { SegmentSink } from '../packed/segmentSink'
import type { SearchedText } from '../searchedText'
import { GranuleSink } from './granuleSink'
import { PartError } from './partError'
import { beginningOf, encodePartFooter, TEXTS_FILE } from './partFooter'

export const TEXTS_HEADER_BYTES = 16
/** Bytes of a record before its text: where title, head and names end. */
export const RECORD_HEAD_BYTES = 12

/** Writes a texts file from the first byte to the last. Eight bytes a row are held in memory. */
export class PartTextsWriter {
  readonly #sink: SegmentSink
  readonly #body: GranuleSink
  readonly #ends = new ByteWriter()
  readonly #checksums = new ByteWriter()
  #record = new ArrayBuffer(1 << 14)
  #rows = 0

  constructor(sink: SegmentSink) {
    this.#sink = sink
    this.#body = new GranuleSink(sink)
    const header = new Uint8Array(TEXTS_HEADER_BYTES)
    header.set(beginningOf(TEXTS_FILE))
    this.#body.write(header)
  }

  get rows(): number {
    return this.#rows
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#body.bytes
  }

  /** Writes the text of the next row and gives the checksum of its record. */
  add({ text, titleEnd, headEnd, namesEnd }: SearchedText): number {
    const length = RECORD_HEAD_BYTES + text.length * 2
    if (length > this.#record.byteLength) this.#record = new ArrayBuffer(length * 2)
    new Uint32Array(this.#record).set([titleEnd, headEnd, namesEnd])
    const units = new Uint16Array(this.#record, RECORD_HEAD_BYTES)
    for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at)
    const record = new Uint8Array(this.#record, 0, length)
    const recordChecksum = checksum(record)
    this.addRecord(record, recordChecksum)
    return recordChecksum
  }

  /** Writes the next row as another texts file has it. */
  addRecord(record: Uint8Array, recordChecksum: number): void {
    this.#body.write(record)
    const units = (this.#body.bytes - TEXTS_HEADER_BYTES) / 2
    if (units > 0xffffffff) throw new PartError('part-too-large', 'the texts would exceed 8 GiB')
    this.#ends.writeUint32(units)
    this.#checksums.writeUint32(recordChecksum)
    this.#rows++
  }

  /** Writes the end of the file and gives the checksum of all texts. */
  finish(): number {
    // Records take an even number of bytes.
    this.#body.write(new Uint8Array(this.#body.bytes % 4))
    this.#body.write(this.#ends.view())
    const bodyBytes = this.#body.bytes
    const granuleChecksums = this.#body.finish()
    const textsChecksum = checksum(this.#checksums.view())
    this.#sink.write(granuleChecksums)
    const footer = { bodyBytes, rows: this.#rows, tailChecksum: checksum(granuleChecksums), textsChecksum }
    this.#sink.write(encodePartFooter(TEXTS_FILE, footer, granuleChecksums.length))
    return textsChecksum
  }
}
