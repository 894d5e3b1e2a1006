import { BitSet } from './bitSet'
import { checksum } from './checksum'
import { readColumns, type Column } from './column'
import { Dictionary } from './dictionary'
import { DocumentTable, type SectionView } from './documentTable'
import { readGrams } from './gramDirectory'
import { PackedError } from './packedError'
import type { PageCache } from './pageCache'
import type { RecentValues } from './recentValues'
import { encodeDirectory, readDirectory } from './segmentDirectory'
import {
  Section,
  type SectionEntry,
  type SectionId,
  type SegmentMeta,
  type SegmentSetState,
} from './segmentFormat'
import type { SegmentReader } from './segmentReader'
import {
  createMemorySource,
  createPagedSource,
  verifyGranules,
  type Granules,
  type SegmentSource,
} from './segmentSource'
import type { TermEntry } from './termEntry'
import { uint32View, unsignedView } from './typedView'

/** Views reach this much further than asked, so that bits can be read 32 at a time. */
const SLACK = 8

/** An immutable segment, opened, and the marks of the documents that were removed since. */
export class Segment {
  readonly meta: SegmentMeta
  readonly dictionary: Dictionary
  readonly documents: DocumentTable
  readonly columns: ReadonlyMap<string, Column>
  readonly grams: ReadonlyMap<string, TermEntry>
  /** Per field and document: number of distinct tokens plus one, 0 if the document has no such field. */
  readonly storedLengths: readonly (Uint8Array | Uint16Array | Uint32Array)[]
  readonly removed: BitSet
  removedCount: number
  /** The averages of the set this segment was written with, if they cannot be derived. */
  readonly state: SegmentSetState | undefined
  /** Where its lists, and documents of runs, are kept for a while, and what makes them distinct from those of other segments there. */
  readonly recentLists: RecentValues<number | string, unknown>
  readonly firstKey: number
  private readonly greatestLengths: number[] = []
  private readonly reader: SegmentReader
  private readonly source: SegmentSource
  private readonly sections: ReadonlyMap<number, SectionEntry>

  /**
   * Opens a segment: reads header, footer and what is kept in memory. A file in memory is checked wholly, any other
   * page by page as it is read. Throws a `PackedError` that says what is wrong with the file.
   */
  constructor(reader: SegmentReader, cache: PageCache) {
    this.reader = reader
    this.recentLists = cache.lists
    this.firstKey = cache.addFile()
    cache.makeRoomFor(reader)
    this.sections = readDirectory((offset, length) => reader.read(offset, length), reader.size)
    const resident = readResident(reader, this.sections)
    const granules = granulesOf(resident, this.sections)
    this.source =
      reader.bytes !== undefined
        ? createMemorySource(reader.bytes, granules)
        : createPagedSource(reader, cache, granules)
    const meta = parseJson(resident(Section.meta)!) as SegmentMeta
    this.meta = meta
    const lookUps = reader.isSlow === true ? this.loadLookUps() : undefined
    this.dictionary = new Dictionary(
      lookUps?.dictionary ?? this.view(Section.dictionary),
      this.entry(Section.dictionary).length,
      meta,
      resident(Section.pairDirectory)!,
      resident(Section.wordDirectory)!,
    )
    this.documents = new DocumentTable(
      meta.documents,
      lookUps?.documentIds ?? this.view(Section.documentIds),
      this.view(Section.documentIdOrder),
      meta.storesFields ? this.view(Section.storedFields) : undefined,
    )
    this.grams = readGrams(resident(Section.grams)!)
    this.columns = readColumns(meta.columns, meta.documents, resident(Section.columns)!)
    this.storedLengths = readLengths(meta, resident(Section.fieldLengths)!)
    const tombstones = resident(Section.tombstones)
    this.removed =
      tombstones === undefined
        ? new BitSet(meta.documents)
        : new BitSet(meta.documents, uint32View(tombstones, 0, (meta.documents + 31) >>> 5).slice())
    this.removedCount = this.removed.count()
    const state = resident(Section.state)
    this.state = state === undefined ? undefined : (parseJson(state) as SegmentSetState)
  }

  /** Names the immutable part and the set of removed documents: equal only if both are. */
  get identity(): string {
    const { checksum: body } = this.entry(Section.granuleChecksums)
    const { checksum: meta, offset } = this.entry(Section.meta)
    return [body, meta, offset, checksum(wordBytes(this.removed.words))].join('-')
  }

  /** Bytes of a term's lists, `offset` and `length` within `lists`, and some bytes more. */
  listBytes(offset: number, length: number): Uint8Array {
    return this.source.view(this.entry(Section.lists).offset + offset, length + SLACK)
  }

  /** Number of distinct tokens of the field, or −1 if the document has no such field. */
  fieldLength(document: number, field: number): number {
    return this.storedLengths[field]![document]! - 1
  }

  /** The greatest of a field's stored lengths. */
  greatestStoredLength(field: number): number {
    let greatest = this.greatestLengths[field]
    if (greatest === undefined) {
      greatest = 0
      const lengths = this.storedLengths[field]!
      for (let document = 0; document < lengths.length; document++) {
        if (lengths[document]! > greatest) greatest = lengths[document]!
      }
      this.greatestLengths[field] = greatest
    }
    return greatest
  }

  /** Marks a document as removed. */
  remove(document: number): void {
    if (this.removed.add(document)) this.removedCount++
  }

  /** The removed documents, one bit each, as the section `tombstones` has them. */
  removedBits(): Uint8Array {
    return wordBytes(this.removed.words).slice()
  }

  /** Marks as removed what `removedBits` gave. Throws `damaged-file` if that was of another number of documents. */
  addRemoved(bits: Uint8Array): void {
    const { words } = this.removed
    if (bits.length !== words.byteLength) {
      throw new PackedError(
        'damaged-file',
        `marks of ${bits.length} bytes do not belong to ${this.meta.documents} documents`,
      )
    }
    uint32View(bits, 0, words.length).forEach((word, i) => (words[i]! |= word))
    this.removedCount = this.removed.count()
  }

  /** The whole file, with the removed documents as they are now, and the given state. */
  toBytes(state: SegmentSetState | undefined): Uint8Array<ArrayBuffer> {
    const kept = [...this.sections.values()].filter((entry) => entry.id < Section.tombstones)
    const last = kept[kept.length - 1]!
    const end = alignUp(last.offset + last.length)
    const tail: Uint8Array[] = []
    let offset = end
    const add = (id: SectionId, bytes: Uint8Array): void => {
      kept.push({ id, checksum: checksum(bytes), offset, length: bytes.length })
      const padded = new Uint8Array(alignUp(bytes.length))
      padded.set(bytes)
      tail.push(padded)
      offset += padded.length
    }
    if (this.removedCount > 0) add(Section.tombstones, wordBytes(this.removed.words))
    if (state !== undefined) add(Section.state, new TextEncoder().encode(JSON.stringify(state)))
    tail.push(encodeDirectory(kept, offset))
    const whole = new Uint8Array(end + tail.reduce((sum, part) => sum + part.length, 0))
    whole.set(this.reader.read(0, end))
    let at = end
    for (const part of tail) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  /**
   * Reads the whole file once, the directory and what is kept in memory too. Throws `damaged-file`, or another
   * `PackedError` that `readDirectory` has, if any byte of it is not as it was when the segment was opened.
   */
  verify(): void {
    readDirectory((offset, length) => this.reader.read(offset, length), this.reader.size)
    const granules = granulesOf(readResident(this.reader, this.sections), this.sections)
    const { coveredBytes } = granules
    const step = 1 << 20
    for (let start = 0; start < coveredBytes; start += step) {
      const bytes = this.reader.read(start, Math.min(step, coveredBytes - start))
      verifyGranules(bytes, start, granules)
    }
  }

  /** Releases the file. */
  close(): void {
    this.reader.close?.()
  }

  /**
   * Dictionary and ids in memory, with one read, for places where every read is slow: a query takes a block of the
   * dictionary for each term and one of ids for each hit.
   */
  private loadLookUps(): { readonly dictionary: SectionView; readonly documentIds: SectionView } {
    const dictionary = this.entry(Section.dictionary)
    const documentIds = this.entry(Section.documentIds)
    const end = documentIds.offset + documentIds.length
    const bytes = this.source.load(dictionary.offset, end - dictionary.offset)
    return {
      dictionary: memoryView(bytes),
      documentIds: memoryView(bytes.subarray(documentIds.offset - dictionary.offset)),
    }
  }

  private view(id: SectionId): SectionView {
    const { offset: start } = this.entry(id)
    return (offset, length) => this.source.view(start + offset, length)
  }

  private entry(id: SectionId): SectionEntry {
    return sectionEntry(this.sections, id)
  }
}

function sectionEntry(sections: ReadonlyMap<number, SectionEntry>, id: SectionId): SectionEntry {
  const entry = sections.get(id)
  if (entry === undefined) throw new PackedError('damaged-file', `section ${id} of the segment is missing`)
  return entry
}

/** Reads, in one go, and checks the sections that are kept in memory. */
function readResident(
  reader: SegmentReader,
  sections: ReadonlyMap<number, SectionEntry>,
): (id: SectionId) => Uint8Array | undefined {
  const entries = [...sections.values()].filter((entry) => entry.id >= Section.granuleChecksums)
  const start = sectionEntry(sections, Section.granuleChecksums).offset
  const last = entries[entries.length - 1]!
  const bytes = reader.read(start, alignUp(last.offset + last.length) - start)
  let end = start
  for (const entry of entries) {
    const from = entry.offset - start
    const isIntact = checksum(bytes, from, from + entry.length) === entry.checksum
    if (!isIntact || bytes.subarray(end - start, from).some((byte) => byte !== 0)) {
      throw new PackedError('damaged-file', `section ${entry.id} of the segment is damaged`)
    }
    end = entry.offset + entry.length
  }
  if (bytes.subarray(end - start).some((byte) => byte !== 0)) {
    throw new PackedError('damaged-file', 'the segment is damaged before its directory')
  }
  return (id) => {
    const entry = sections.get(id)
    return entry === undefined
      ? undefined
      : bytes.subarray(entry.offset - start, entry.offset - start + entry.length)
  }
}

function granulesOf(
  resident: (id: SectionId) => Uint8Array | undefined,
  sections: ReadonlyMap<number, SectionEntry>,
): Granules {
  const { offset, length } = sectionEntry(sections, Section.granuleChecksums)
  return { checksums: uint32View(resident(Section.granuleChecksums)!, 0, length / 4), coveredBytes: offset }
}

function readLengths(meta: SegmentMeta, bytes: Uint8Array): (Uint8Array | Uint16Array | Uint32Array)[] {
  let at = 0
  return meta.lengthBytes.map((width) => {
    const lengths = unsignedView(bytes, at, meta.documents, width)
    at = Math.ceil((at + meta.documents * width) / 4) * 4
    return lengths
  })
}

/** A section from the first of the bytes on. */
function memoryView(bytes: Uint8Array): SectionView {
  return (offset, length) => bytes.subarray(offset, offset + length)
}

function wordBytes(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

function alignUp(offset: number): number {
  return Math.ceil(offset / 8) * 8
}
