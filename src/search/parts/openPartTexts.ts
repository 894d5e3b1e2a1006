import { ByteReader } from '../packed/byteReader'
import type { SectionView } from '../packed/documentTable'
import type { PageCache } from '../packed/pageCache'
import type { SegmentReader } from '../packed/segmentReader'
import {
  createMemorySource,
  createPagedSource,
  verifyGranules,
  type Granules,
  type SegmentSource,
} from '../packed/segmentSource'
import { GRANULE_BYTES } from '../packed/segmentFormat'
import { uint32View } from '../packed/typedView'
import type { SearchedText } from '../searchedText'
import { fileWindow } from './fileWindow'
import { PartError, withPartErrors } from './partError'
import { readPartFooter, readPartTail, TEXTS_FILE, type PartFooter } from './partFooter'
import type { PartTexts } from './partTexts'
import { RECORD_HEAD_BYTES, TEXTS_HEADER_BYTES } from './partTextsWriter'

const READ_AT_ONCE = 1 << 20
/** Units that one call makes a string of; more might not fit on the stack. */
const UNITS_AT_ONCE = 8192

/** A texts file that has been opened, and what ties it to its index file. */
export interface OpenedTexts extends PartTexts {
  readonly textsChecksum: number
}

/**
 * Opens a texts file. Where rows end is read as it is needed, but for slow files, where it is kept: four bytes a row.
 *
 * @throws PartError when it is not ours, damaged in its head or end, truncated, or of another version; a file in memory
 * is checked wholly
 */
export function openPartTexts(file: SegmentReader, cache: PageCache): OpenedTexts {
  cache.makeRoomFor(file)
  return withPartErrors(() => {
    const whole = fileWindow(file, 0, file.size)
    const footer = readPartFooter(TEXTS_FILE, whole)
    return new TextsFile(whole, footer, granulesOf(whole, footer), cache)
  })
}

class TextsFile implements OpenedTexts {
  readonly rows: number
  readonly textsChecksum: number
  readonly #file: SegmentReader
  readonly #source: SegmentSource
  readonly #recordsEnd: number
  readonly #ends: SectionView

  constructor(file: SegmentReader, footer: PartFooter, granules: Granules, cache: PageCache) {
    this.rows = footer.rows
    this.textsChecksum = footer.textsChecksum
    this.#file = file
    const endsBytes = footer.rows * 4
    const endsStart = footer.bodyBytes - endsBytes
    if (endsStart < TEXTS_HEADER_BYTES)
      throw new PartError('damaged-file', 'the texts file has too many rows')
    this.#recordsEnd = endsStart
    this.#source =
      file.bytes === undefined
        ? createPagedSource(file, cache, granules)
        : createMemorySource(file.bytes, granules)
    if (file.isSlow === true && endsBytes > 0) {
      const ends = this.#source.load(endsStart, endsBytes)
      this.#ends = (offset, length) => ends.subarray(offset, offset + length)
    } else {
      this.#ends = (offset, length) => this.#source.view(endsStart + offset, length)
    }
  }

  textOf(row: number): SearchedText {
    this.#requireRows(row, row + 1)
    return withPartErrors(() => {
      const { start, end } = this.#place(row, row + 1)
      if (end - start < RECORD_HEAD_BYTES)
        throw new PartError('damaged-file', 'a text is shorter than its head')
      return decodeRecord(this.#source.view(start, end - start))
    })
  }

  recordBytes(first: number, end: number): number {
    this.#requireRows(first, end)
    return withPartErrors(() => {
      const place = this.#place(first, end)
      return place.end - place.start
    })
  }

  records(first: number, end: number): Uint8Array {
    this.#requireRows(first, end)
    return withPartErrors(() => {
      const place = this.#place(first, end)
      return place.end === place.start
        ? new Uint8Array(0)
        : this.#source.load(place.start, place.end - place.start)
    })
  }

  verify(): void {
    withPartErrors(() => {
      const footer = readPartFooter(TEXTS_FILE, this.#file)
      const granules = granulesOf(this.#file, footer)
      for (let start = 0; start < footer.bodyBytes; start += READ_AT_ONCE) {
        const bytes = this.#file.read(start, Math.min(READ_AT_ONCE, footer.bodyBytes - start))
        verifyGranules(bytes, start, granules)
      }
    })
  }

  /** Where the records `[first, end)` lie in the file. */
  #place(first: number, end: number): { readonly start: number; readonly end: number } {
    const place = { start: this.#endOf(first - 1), end: this.#endOf(end - 1) }
    if (place.start <= place.end && place.end <= this.#recordsEnd) return place
    throw new PartError('damaged-file', `the rows ${first} to ${end} have no place in the texts file`)
  }

  #endOf(row: number): number {
    if (row < 0) return TEXTS_HEADER_BYTES
    return TEXTS_HEADER_BYTES + new ByteReader(this.#ends(row * 4, 4)).readUint32() * 2
  }

  #requireRows(first: number, end: number): void {
    if (first >= 0 && first <= end && end <= this.rows) return
    throw new RangeError(`there are no rows ${first} to ${end} in a part of ${this.rows}`)
  }
}

function granulesOf(file: SegmentReader, footer: PartFooter): Granules {
  const tail = readPartTail(TEXTS_FILE, file, footer)
  if (tail.length !== Math.ceil(footer.bodyBytes / GRANULE_BYTES) * 4) {
    throw new PartError('damaged-file', 'the texts file has too few or too many checksums')
  }
  return { checksums: uint32View(tail, 0, tail.length / 4), coveredBytes: footer.bodyBytes }
}

function decodeRecord(record: Uint8Array): SearchedText {
  const head = new ByteReader(record)
  const titleEnd = head.readUint32()
  const headEnd = head.readUint32()
  const namesEnd = head.readUint32()
  const length = (record.length - RECORD_HEAD_BYTES) / 2
  if (titleEnd > headEnd || headEnd > namesEnd || namesEnd > length) {
    throw new PartError('damaged-file', 'the parts of a text lie outside of it')
  }
  const aligned = record.byteOffset % 2 === 0 ? record : record.slice()
  const units = new Uint16Array(aligned.buffer, aligned.byteOffset + RECORD_HEAD_BYTES, length)
  let text = ''
  for (let at = 0; at < length; at += UNITS_AT_ONCE) {
    text += String.fromCharCode.apply(null, units.subarray(at, at + UNITS_AT_ONCE) as unknown as number[])
  }
  return { text, titleEnd, headEnd, namesEnd }
}
