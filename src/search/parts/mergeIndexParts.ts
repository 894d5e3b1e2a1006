import { mergeSegmentsInSteps } from '../packed/mergeSegments'
import { PageCache } from '../packed/pageCache'
import { runToEnd } from '../packed/runToEnd'
import { Segment } from '../packed/segment'
import { SegmentBuilder } from '../packed/segmentBuilder'
import type { SegmentReader } from '../packed/segmentReader'
import type { SegmentSink } from '../packed/segmentSink'
import { IndexFileSink } from './indexFileSink'
import type { IndexPart, RowSet } from './indexPart'
import { ARTICLE_FIELDS } from './packedArticleOptions'
import { PartColumnsBuilder } from './partColumnsBuilder'
import { PartError, partErrorOf } from './partError'
import type { PartTexts } from './partTexts'
import { PartTextsWriter } from './partTextsWriter'

/** A merge reads from the first byte to the last, so it reads more at once than a search does. */
const MERGE_PAGE_BYTES = 65_536
const MERGE_CACHE_BYTES = 8 * 1024 * 1024
const TEXT_BYTES_AT_ONCE = 1 << 20

/** A part to be merged, and its rows that are left behind. */
export interface MergedPart {
  readonly part: IndexPart
  readonly removed: RowSet | null
}

/** Where the files of the merged part go; `texts: null` writes none. */
export interface MergeSinks {
  readonly index: SegmentSink
  readonly texts: SegmentSink | null
}

/**
 * Merges parts, in order, without the removed rows, and writes the files of the merged part piece by piece. Its columns
 * and texts are those of a part built from the articles that are left, and so are its answers. The columns and the
 * dictionary are held in memory, neither postings nor texts are. The ids have to be distinct over all rows that are left.
 *
 * @throws PartError when a part cannot be read or is damaged; `no-texts` when texts are to be written and a part has
 * none; `removed-differ` when removed rows do not fit their part. What a sink throws passes as it is. What was written is
 * then to be thrown away
 */
export function mergeIndexParts(parts: readonly MergedPart[], sinks: MergeSinks): void {
  runToEnd(mergeIndexPartsInSteps(parts, sinks))
}

/**
 * As {@link mergeIndexParts}, in steps of a few milliseconds at most, between which it can be left alone. Meanwhile the
 * parts must stay open; the rows to be left behind are those of the first step.
 */
export function* mergeIndexPartsInSteps(
  parts: readonly MergedPart[],
  sinks: MergeSinks,
): Generator<undefined, void> {
  const index = new PassingSink(sinks.index)
  const texts = sinks.texts === null ? null : new PassingSink(sinks.texts)
  try {
    yield* merge(parts, index, texts)
  } catch (error) {
    throw (index.failure ?? texts?.failure ?? { cause: partErrorOf(error) }).cause
  }
}

/** Remembers what a sink threw, so that it is not taken for a fault of a part. */
class PassingSink implements SegmentSink {
  readonly #sink: SegmentSink
  failure: { readonly cause: unknown } | null = null

  constructor(sink: SegmentSink) {
    this.#sink = sink
  }

  write(bytes: Uint8Array): void {
    try {
      this.#sink.write(bytes)
    } catch (cause) {
      this.failure = { cause }
      throw cause
    }
  }
}

function* merge(
  parts: readonly MergedPart[],
  index: SegmentSink,
  texts: SegmentSink | null,
): Generator<undefined, void> {
  if (texts !== null && parts.some(({ part }) => part.texts === null)) {
    throw new PartError('no-texts', 'a part was opened without its texts')
  }
  const survivors = parts.map(survivingRows)
  const file = new IndexFileSink(index)
  yield* writeMergedSegment(parts, file)
  const columns = new PartColumnsBuilder()
  for (const [at, { part }] of parts.entries()) yield* columns.addRows(part.columns, survivors[at]!)
  yield* file.finishInSteps(columns.columns())
  if (texts === null) return
  const writer = new PartTextsWriter(texts)
  for (const [at, { part }] of parts.entries()) {
    yield* copyTexts(part.texts!, survivors[at]!, part.columns.textChecksum, writer)
  }
  writer.finish()
}

function survivingRows({ part, removed }: MergedPart): Int32Array {
  const { rows } = part
  const bytes = Math.ceil(rows / 32) * 4
  if (removed !== null && removed.length !== bytes) {
    throw new PartError(
      'removed-differ',
      `${removed.length} bytes of removed rows do not belong to ${rows} rows`,
    )
  }
  const survivors = new Int32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) if (!isRemoved(removed, row)) survivors[count++] = row
  for (let row = rows; row < bytes * 8; row++) {
    if (isRemoved(removed, row)) throw new PartError('removed-differ', `row ${row} of ${rows} was removed`)
  }
  return survivors.subarray(0, count)
}

function isRemoved(removed: RowSet | null, row: number): boolean {
  return removed !== null && (removed[row >>> 3]! & (1 << (row & 7))) !== 0
}

function* writeMergedSegment(parts: readonly MergedPart[], sink: SegmentSink): Generator<undefined, void> {
  if (parts.length === 0) {
    new SegmentBuilder(ARTICLE_FIELDS).writeTo(sink)
    return
  }
  const cache = new PageCache(MERGE_CACHE_BYTES)
  const segments: Segment[] = []
  for (const { part, removed } of parts) {
    const segment = new Segment(readForMerge(part.segment), cache)
    if (removed !== null) segment.addRemoved(removed)
    segments.push(segment)
    yield
  }
  yield* mergeSegmentsInSteps(segments, sink)
}

/** The same file in larger pages, and without what is only kept for single look-ups. */
function readForMerge(segment: SegmentReader): SegmentReader {
  return { ...segment, pageBytes: MERGE_PAGE_BYTES, isSlow: false }
}

/** Copies the records of some rows, those of neighbouring rows together. */
function* copyTexts(
  from: PartTexts,
  rows: Int32Array,
  checksums: Uint32Array,
  to: PartTextsWriter,
): Generator<undefined, void> {
  for (let at = 0; at < rows.length;) {
    const first = rows[at]!
    let end = first + 1
    at++
    while (rows[at] === end && from.recordBytes(first, end + 1) <= TEXT_BYTES_AT_ONCE) {
      end++
      at++
    }
    const records = from.records(first, end)
    let place = 0
    for (let row = first; row < end; row++) {
      const length = from.recordBytes(row, row + 1)
      to.addRecord(records.subarray(place, place + length), checksums[row]!)
      place += length
    }
    yield
  }
}
