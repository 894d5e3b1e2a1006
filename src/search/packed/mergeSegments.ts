import { ColumnBuffer } from './columnBuffer'
import { GRAM_DOCUMENTS, GRAM_SHARE } from './gramDirectory'
import { PackedError } from './packedError'
import { PostingsBuffer } from './postingsBuffer'
import { QueryTerm } from './queryTerm'
import { runToEnd } from './runToEnd'
import { matchRun } from './runMatcher'
import type { Segment } from './segment'
import type { SegmentSink } from './segmentSink'
import { SegmentWriter, type DocumentSource } from './segmentWriter'
import { TermCursor } from './termCursor'
import { compareTerms } from './termKey'
import { pairsOfRun } from './tokenizeByRuns'

/** Places of terms that one step of merging copies; a term counts as some places more, for being looked for. */
const PLACES_OF_A_STEP = 8192
const PLACES_OF_A_TERM = 64

/**
 * Writes one segment with the documents of several, in their order, without the removed ones. Nothing is tokenized
 * again, and but for the dictionary, the ids and the columns nothing is held in memory. The merged segment proves
 * runs only if all of them do. Throws `fields-differ`, `tokenizer-differs` or `columns-differ` if they do not fit.
 */
export function mergeSegments(segments: readonly Segment[], sink: SegmentSink): void {
  runToEnd(mergeSegmentsInSteps(segments, sink))
}

/**
 * As {@link mergeSegments}, in steps of a few milliseconds at most, between which it can be left alone; the segments
 * must not be closed meanwhile, and what is removed from them then is not noticed.
 */
export function* mergeSegmentsInSteps(
  segments: readonly Segment[],
  sink: SegmentSink,
): Generator<undefined, void> {
  const first = segments[0]
  if (first === undefined) throw new PackedError('fields-differ', 'there is no segment to merge')
  for (const segment of segments) requireAlike(first, segment)
  const proofs = segments.every(({ meta }) => meta.proofs)
  const { fields, fingerprint } = first.meta
  const survivors = numberSurvivors(segments)
  const writer = new SegmentWriter(sink, { fields, fingerprint, proofs })
  yield* mergeTerms(segments, survivors.ordinals, writer, proofs)
  if (proofs && survivors.count >= GRAM_DOCUMENTS) yield* mergeGrams(segments, survivors, writer)
  yield* writer.finishInSteps(documentsOf(segments, survivors))
}

/** Old and new numbers of the documents that remain. */
interface Survivors {
  readonly count: number
  /** Per segment: the new number of each document, −1 if it was removed. */
  readonly ordinals: readonly Int32Array[]
  /** By new number: the segment and the number in it. */
  readonly segments: Uint16Array
  readonly documents: Int32Array
}

function numberSurvivors(segments: readonly Segment[]): Survivors {
  const count = segments.reduce((sum, { meta, removedCount }) => sum + meta.documents - removedCount, 0)
  const segmentOf = new Uint16Array(count)
  const documentOf = new Int32Array(count)
  let next = 0
  const ordinals = segments.map(({ meta, removed }, number) => {
    const own = new Int32Array(meta.documents).fill(-1)
    for (let document = 0; document < meta.documents; document++) {
      if (removed.has(document)) continue
      segmentOf[next] = number
      documentOf[next] = document
      own[document] = next++
    }
    return own
  })
  return { count, ordinals, segments: segmentOf, documents: documentOf }
}

function* mergeTerms(
  segments: readonly Segment[],
  ordinals: readonly Int32Array[],
  writer: SegmentWriter,
  proofs: boolean,
): Generator<undefined, void> {
  const cursors = segments.map((segment) => new TermCursor(segment))
  const lists = segments[0]!.meta.fields.map(() => new PostingsBuffer())
  let places = 0
  for (;;) {
    let least: string | undefined
    for (const { term } of cursors) {
      if (term !== undefined && (least === undefined || compareTerms(term, least) < 0)) least = term
    }
    if (least === undefined) return
    for (const list of lists) list.clear()
    cursors.forEach((cursor, number) => {
      if (cursor.term !== least) return
      cursor.copyTo(lists, ordinals[number]!, proofs)
      cursor.advance()
    })
    if (lists.some((list) => list.count > 0)) writer.addTerm(least, lists)
    places += lists.reduce((sum, list) => sum + list.count + list.pairCount, PLACES_OF_A_TERM)
    if (places < PLACES_OF_A_STEP) continue
    places = 0
    yield
  }
}

/**
 * A gram that is frequent in the whole is so in at least one part, unless that is too small to have any or lost
 * documents since; then the merged segment goes without, which costs time, not hits. In parts where the gram is not
 * frequent it is proven by its pairs.
 */
function* mergeGrams(
  segments: readonly Segment[],
  { count, ordinals }: Survivors,
  writer: SegmentWriter,
): Generator<undefined, void> {
  const grams = [...new Set(segments.flatMap((segment) => [...segment.grams.keys()]))].sort()
  const fieldCount = segments[0]!.meta.fields.length
  for (const gram of grams) {
    const pairs = pairsOfRun(gram).map((pair) => new QueryTerm(pair, segments, fieldCount))
    const lists = Array.from({ length: fieldCount }, () => new PostingsBuffer())
    for (const [field, list] of lists.entries()) {
      for (const [number, segment] of segments.entries()) {
        for (const document of matchRun(segment, number, gram, pairs, field, undefined)) {
          const ordinal = ordinals[number]![document]!
          if (ordinal >= 0) list.addDocument(ordinal, 1)
        }
        yield
      }
      if (list.count < count * GRAM_SHARE) list.clear()
    }
    if (lists.some((list) => list.count > 0)) writer.addGram(gram, lists)
  }
}

function documentsOf(segments: readonly Segment[], survivors: Survivors): DocumentSource {
  const segmentOf = (document: number): Segment => segments[survivors.segments[document]!]!
  return {
    count: survivors.count,
    idBytes: (document) => segmentOf(document).documents.idBytes(survivors.documents[document]!),
    storedFieldBytes: (document) =>
      segmentOf(document).documents.storedFieldBytes(survivors.documents[document]!),
    fieldLength: (document, field) => segmentOf(document).fieldLength(survivors.documents[document]!, field),
    columns: segments[0]!.meta.columns.map(({ name, kind }) => {
      const buffer = new ColumnBuffer(name, kind)
      for (let document = 0; document < survivors.count; document++) {
        buffer.add(segmentOf(document).columns.get(name)!.valuesOf(survivors.documents[document]!))
      }
      return buffer
    }),
  }
}

function requireAlike({ meta: first }: Segment, { meta: other }: Segment): void {
  if (first.fields.join('\n') !== other.fields.join('\n')) {
    throw new PackedError(
      'fields-differ',
      `fields ${first.fields.join(', ')} and ${other.fields.join(', ')} do not merge`,
    )
  }
  if (first.fingerprint !== other.fingerprint) {
    throw new PackedError(
      'tokenizer-differs',
      `tokenizers "${first.fingerprint}" and "${other.fingerprint}" do not merge`,
    )
  }
  const describe = (meta: typeof first): string =>
    meta.columns.map(({ name, kind }) => `${name}: ${kind}`).join(', ')
  if (
    describe(first) !== describe(other) ||
    (first.documents > 0 && other.documents > 0 && first.storesFields !== other.storesFields)
  ) {
    throw new PackedError(
      'columns-differ',
      `columns {${describe(first)}} and {${describe(other)}} do not merge`,
    )
  }
}
