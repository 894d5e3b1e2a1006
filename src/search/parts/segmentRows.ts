import { checksum } from '../packed/checksum'
import { DocumentTable, type SectionView } from '../packed/documentTable'
import { PackedError } from '../packed/packedError'
import type { PageCache } from '../packed/pageCache'
import { Segment } from '../packed/segment'
import { readDirectory } from '../packed/segmentDirectory'
import { Section, type SectionEntry, type SectionId, type SegmentMeta } from '../packed/segmentFormat'
import type { SegmentReader } from '../packed/segmentReader'
import { createPagedSource } from '../packed/segmentSource'
import { uint32View } from '../packed/typedView'
import { ARTICLE_FIELDS } from './packedArticleOptions'
import { PartError } from './partError'

/** An id takes at least its two lengths and its kind. */
const SHORTEST_ID_BYTES = 3

/** The ids of a segment's documents, read from its file as they are needed. */
export interface SegmentRows {
  readonly rows: number
  /** Throws a `PackedError` if the file is damaged there. */
  idOf(row: number): string
}

/**
 * Opens a segment for its ids alone. All is checked that `PackedMiniSearch` will check when it opens it, but nothing of
 * its terms is kept.
 *
 * @throws PackedError or PartError when it is damaged, no segment of articles, or `tokenizer-differs`
 */
export function openSegmentRows(file: SegmentReader, cache: PageCache): SegmentRows {
  const { meta } = new Segment({ ...file, isSlow: false }, cache)
  requireArticles(meta)
  const sections = readDirectory((offset, length) => file.read(offset, length), file.size)
  const view = viewOf(file, entryOf(sections, Section.granuleChecksums), cache)
  const ids = entryOf(sections, Section.documentIds)
  const order = entryOf(sections, Section.documentIdOrder)
  const { documents: rows } = meta
  if (!Number.isInteger(rows) || rows < 0 || rows * SHORTEST_ID_BYTES > ids.length) {
    throw new PartError('damaged-file', `the segment cannot have ${rows} documents`)
  }
  const documents = new DocumentTable(
    rows,
    (offset, length) => view(ids.offset + offset, length),
    (offset, length) => view(order.offset + offset, length),
    undefined,
  )
  return {
    rows,
    idOf: (row) => {
      const id = documents.id(row)
      if (typeof id === 'string') return id
      throw new PartError('damaged-file', `the id in row ${row} is no text`)
    },
  }
}

/** What is read as it is needed. Of a file in memory it was checked when the segment was opened. */
function viewOf(file: SegmentReader, granuleChecksums: SectionEntry, cache: PageCache): SectionView {
  const { bytes } = file
  if (bytes !== undefined) return (offset, length) => bytes.subarray(offset, offset + length)
  const { offset: coveredBytes, length, checksum: expected } = granuleChecksums
  const read = file.read(coveredBytes, length)
  if (checksum(read) !== expected)
    throw new PackedError('damaged-file', 'the checksums of the segment are damaged')
  const source = createPagedSource(file, cache, { checksums: uint32View(read, 0, length / 4), coveredBytes })
  return (offset, count) => source.view(offset, count)
}

function requireArticles(meta: SegmentMeta): void {
  const { fields, packed } = ARTICLE_FIELDS
  if (meta.fields.join() !== fields.join() || meta.columns.length > 0 || meta.storesFields) {
    throw new PartError(
      'foreign-file',
      `the segment has the fields ${meta.fields.join(', ')}, not those of articles`,
    )
  }
  if (meta.fingerprint !== packed?.fingerprint) {
    throw new PartError(
      'tokenizer-differs',
      `the segment was made by the tokenizer ${meta.fingerprint}, not ${String(packed?.fingerprint)}`,
    )
  }
}

function entryOf(sections: ReadonlyMap<number, SectionEntry>, id: SectionId): SectionEntry {
  const entry = sections.get(id)
  if (entry !== undefined) return entry
  throw new PackedError('damaged-file', `section ${id} of the segment is missing`)
}
