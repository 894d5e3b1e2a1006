import { blobReader } from './blobReader'
import { bytesReader } from './bytesReader'
import { PackedError } from './packedError'
import type { PackedSettings } from './packedOptions'
import type { PageCache } from './pageCache'
import { SealedLayer } from './sealedLayer'
import { Segment } from './segment'
import type { SegmentReader } from './segmentReader'

/** Where a segment's file may lie. A Blob only in a worker. */
export type SegmentFile = Uint8Array | Blob | SegmentReader

/** A file that is never written again, and the documents that were removed from it since. */
export interface MarkedSegment {
  readonly file: SegmentFile
  /** As `PackedMiniSearch.removedDocuments` gives it for this segment. */
  readonly removed: Uint8Array
}

/** What a segment may be opened from. */
export type SegmentInput = SegmentFile | MarkedSegment

/** Opens segments in order and makes sure that they fit the options. Throws a `PackedError` if one does not. */
export function openSegments(
  inputs: readonly SegmentInput[],
  fields: readonly string[],
  packed: PackedSettings<any>,
  cache: PageCache,
): SealedLayer {
  const sealed = new SealedLayer()
  for (const input of inputs) {
    const { file, removed } = isMarked(input) ? input : { file: input, removed: undefined }
    const segment = new Segment(readerOf(file), cache)
    requireFit(segment, fields, packed)
    if (removed !== undefined) segment.addRemoved(removed)
    sealed.add(segment)
  }
  return sealed
}

function isMarked(input: SegmentInput): input is MarkedSegment {
  return 'removed' in input && 'file' in input
}

function readerOf(input: SegmentFile): SegmentReader {
  if (ArrayBuffer.isView(input)) return bytesReader(input)
  if (typeof Blob !== 'undefined' && input instanceof Blob) return blobReader(input)
  return input as SegmentReader
}

function requireFit(segment: Segment, fields: readonly string[], packed: PackedSettings<any>): void {
  const { meta } = segment
  if (!isSame(meta.fields, fields)) {
    throw new PackedError(
      'fields-differ',
      `the segment has the fields ${meta.fields.join(', ')}, not ${fields.join(', ')}`,
    )
  }
  const fingerprint = packed.fingerprint ?? ''
  if (meta.fingerprint !== fingerprint) {
    throw new PackedError(
      'tokenizer-differs',
      `the segment was made by tokenizer "${meta.fingerprint}", not "${fingerprint}"`,
    )
  }
  const columns = Object.entries(packed.columns ?? {}).map(([name, { kind }]) => `${name}: ${kind}`)
  const own = meta.columns.map(({ name, kind }) => `${name}: ${kind}`)
  if (!isSame(own, columns)) {
    throw new PackedError(
      'columns-differ',
      `the segment has the columns {${own.join(', ')}}, not {${columns.join(', ')}}`,
    )
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
